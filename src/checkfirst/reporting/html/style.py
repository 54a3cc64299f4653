"""The page's style: light and dark, for narrow and wide screens, and for paper."""

STYLE = """
:root{--ink:#1c1c1e;--soft:#57575c;--paper:#fff;--line:#d4d4d8;--error:#a3131b;--warning:#7a4b00;--note:#1f4e79;--code:#f4f4f5;--mid:#8e8e96;--mark:#fff1a8}
@media(prefers-color-scheme:dark){:root{--ink:#f2f2f3;--soft:#b6b6bd;--paper:#17171a;--line:#3d3d44;--error:#ff8a8f;--warning:#f2b85c;--note:#8cc0f0;--code:#232328;--mid:#83838c;--mark:#5a4a00}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
h1{font-size:2rem;margin:.5rem 0 0}h1.check-first{color:var(--error)}
h2{font-size:1.1rem;display:inline;overflow-wrap:anywhere}h3{font-size:1rem;margin:0;overflow-wrap:anywhere}
section>h2{display:block;font-size:1.4rem;margin-top:2rem}
.worst{margin:.5rem 0;padding-left:1.4rem}.worst li{overflow-wrap:anywhere}a{color:var(--note)}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.filters{margin:1rem 0}.filters fieldset{border:1px solid var(--line);border-radius:.4rem;margin:.4rem 0;padding:.2rem .8rem .5rem;font-size:.9rem}
.filters label{display:inline-block;margin-right:1rem;white-space:nowrap}.filters input{width:1.1rem;height:1.1rem;vertical-align:-.15rem}
.doc{margin:.8rem 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.l{display:flex;gap:.6rem;margin:0;padding:.05rem .4rem;border-left:.35rem solid transparent;font-size:.9rem}
.l .role{width:7.5rem;flex:none;color:var(--soft);font-size:.8rem}.l .n,.l .page{color:var(--soft);flex:none;font:.8rem/1.7 ui-monospace,monospace}.l .n{min-width:4ch;text-align:right}
.l>span:last-child,.l mark{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:isolate;min-width:0}
.l.heading{border-color:var(--ink);font-weight:600}.l.shaped{border-color:var(--line)}.l.chrome{border-left-style:double;border-color:var(--warning)}.l.comment{border-left-style:dotted;border-color:var(--error)}
mark{background:var(--mark);color:var(--ink);padding:0 .15rem}
.doc .finding{margin-left:1.2rem;background:var(--paper)}
.gap{margin:.2rem 0 .2rem .4rem;color:var(--soft);font-size:.85rem}details.gap{border:0;padding:0}
td:last-child,th:last-child{min-width:7rem;overflow-wrap:normal}tr.broken td:last-child{color:var(--error)}tr.doubtful td:last-child{color:var(--warning)}
@media(max-width:40rem){.l{flex-wrap:wrap}.l .role:empty{display:none}.l .role{width:100%}.l>span:last-child:not(.role),.l mark{flex:1}}
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
.role-text{fill:var(--paper)}.role-heading{fill:var(--ink)}.role-shaped{fill:var(--line)}.role-chrome{fill:var(--warning)}.role-comment{fill:var(--error)}
.map svg{width:100%;height:auto;border:1px solid var(--line);border-radius:.4rem}
.map text{fill:var(--ink);font-size:11px}.document{fill:none;stroke:var(--ink);stroke-width:1.5}.outlier{stroke:var(--error);stroke-width:3;fill:none}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}caption{text-align:left;color:var(--soft)}
th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
@media print{.filters,.skip{display:none}details::details-content{content-visibility:visible;display:block;block-size:auto}body{max-width:none}.finding{break-inside:avoid}}
"""
