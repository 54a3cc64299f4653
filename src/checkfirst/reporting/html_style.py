"""The page's own style: light and dark, narrow and wide, on paper."""

STYLE = """
:root{--ink:#1c1c1e;--soft:#57575c;--paper:#fff;--line:#d4d4d8;--error:#a3131b;--warning:#7a4b00;--note:#1f4e79;--code:#f4f4f5;--mid:#8e8e96}
@media(prefers-color-scheme:dark){:root{--ink:#f2f2f3;--soft:#b6b6bd;--paper:#17171a;--line:#3d3d44;--error:#ff8a8f;--warning:#f2b85c;--note:#8cc0f0;--code:#232328;--mid:#83838c}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:2rem;margin:.5rem 0 0}h1.check-first{color:var(--error)}
h2{font-size:1.1rem;display:inline;overflow-wrap:anywhere}h3{font-size:1rem;margin:0;overflow-wrap:anywhere}
section>h2{display:block;font-size:1.4rem;margin-top:2rem}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.filters{border:1px solid var(--line);border-radius:.4rem;display:flex;flex-wrap:wrap;gap:1rem;margin:1rem 0}
details{border:1px solid var(--line);border-radius:.4rem;margin:.8rem 0;padding:.6rem .8rem}
summary{cursor:pointer}summary span,.what,figcaption,small,footer{color:var(--soft)}
:focus-visible{outline:3px solid var(--note);outline-offset:2px}
.finding{border-left:.35rem solid var(--line);margin:.8rem 0;padding:.2rem .8rem}
.finding p{margin:.3rem 0;overflow-wrap:anywhere}
.finding.error{border-color:var(--error)}.finding.error h3{color:var(--error)}
.finding.warning{border-color:var(--warning)}.finding.warning h3{color:var(--warning)}
.finding.note{border-color:var(--note)}.finding.note h3{color:var(--note)}
.quotes{list-style:none;margin:.4rem 0;padding:.3rem .6rem;background:var(--code);border-radius:.3rem}
.quotes li{display:flex;gap:.8rem;font:.9rem/1.5 ui-monospace,monospace}
.quotes .line{color:var(--soft);min-width:3ch;text-align:right;flex:none}
.quotes q{quotes:none;overflow-wrap:anywhere;unicode-bidi:isolate}
.help::before{content:"\\2192  "}
figure{margin:.5rem 0}.strip svg{width:100%;height:.9rem;border:1px solid var(--line)}figcaption{font-size:.85rem}
.role-text{fill:var(--paper)}.role-heading{fill:var(--ink)}.role-shaped{fill:var(--line)}.role-furniture{fill:var(--warning)}.role-comment{fill:var(--error)}
.map svg{width:100%;height:auto;border:1px solid var(--line);border-radius:.4rem}
.map text{fill:var(--ink);font-size:11px}.document{fill:none;stroke:var(--ink);stroke-width:1.5}.stranger{stroke:var(--error);stroke-width:3;fill:none}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}caption{text-align:left;color:var(--soft)}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
body:has(#show-error:not(:checked)) .finding.error,body:has(#show-warning:not(:checked)) .finding.warning,body:has(#show-note:not(:checked)) .finding.note{display:none}
@media print{.filters,.skip{display:none}details:not([open])>*{display:block}body{max-width:none}.finding{break-inside:avoid}}
"""
