"use strict";
(() => {
  const bar = document.getElementById("review");
  const start = document.getElementById("review-start");
  const WORDS = { stand: "let stand", wrong: "wrong", mended: "mended" };
  const SIGNS = { stand: "\u2713", wrong: "\u2260", mended: "\u2692" };
  const units = [...document.querySelectorAll("[data-line]")].map((element) => {
    const [fingerprint, code] = element.dataset.line.split(" ");
    element.tabIndex = -1;
    return { element, fingerprint, code, severity: element.dataset.severity, isOld: Boolean(element.closest("[aria-labelledby=accepted]")) };
  });
  if (!bar || !units.length) return;
  const byId = (name) => document.getElementById(`review-${name}`);
  const said = byId("said");
  // One fingerprint may be told at several places.
  const places = new Map();
  for (const unit of units) places.set(unit.fingerprint, [...(places.get(unit.fingerprint) ?? []), unit]);
  const numbers = new Map(units.map((unit, n) => [unit.element, n]));
  const asked = new Set(units.filter((unit) => !unit.isOld).map((unit) => unit.fingerprint));
  const marks = new Map();
  const steps = [];
  let current = -1;
  let read = 0;

  const say = (text) => {
    said.textContent = text;
  };

  function draw(fingerprint, mark) {
    const before = marks.get(fingerprint);
    if (asked.has(fingerprint)) read += Boolean(mark) - Boolean(before);
    if (mark) marks.set(fingerprint, mark);
    else marks.delete(fingerprint);
    for (const { element } of places.get(fingerprint) ?? []) {
      element.querySelector(".marked")?.remove();
      element.classList.toggle("read", Boolean(mark));
      if (!mark) continue;
      const pill = document.createElement("span");
      pill.className = `pill marked ${mark.mark}${mark.unsaved ? " unsaved" : ""}`;
      const why = mark.why ? `: ${mark.why}` : "";
      const who = mark.who ? ` (${mark.who})` : "";
      pill.textContent = `${SIGNS[mark.mark]} ${WORDS[mark.mark]}${why}${who}`;
      element.querySelector("p").append(" ", pill);
    }
  }

  function count() {
    byId("count").textContent = `${read.toLocaleString("en")} of ${asked.size.toLocaleString("en")} read`;
  }

  // Marks of a page that is a file are kept by the browser. A finding that was mended is not found by the next check.
  const local = (() => {
    const name = `checkfirst ${document.body.dataset.set} ${location.pathname}`;
    const check = document.lastModified;
    let works = true;
    return {
      start() {
        try {
          const kept = JSON.parse(localStorage.getItem(name) ?? "{}");
          for (const [fingerprint, mark] of Object.entries(kept.marks ?? {}))
            if (WORDS[mark.mark] && (mark.mark !== "mended" || kept.check === check))
              draw(fingerprint, { mark: mark.mark, why: String(mark.why ?? "") });
        } catch {
          works = false;
        }
      },
      keep() {
        try {
          localStorage.setItem(name, JSON.stringify({ check, marks: Object.fromEntries(marks) }));
        } catch {
          works = false;
        }
        if (!works) byId("kept").textContent = "This browser keeps no marks of this file: export them before you leave the page.";
      },
      isUnsaved: () => !works && marks.size > 0,
    };
  })();
  const keeper = globalThis.checkfirstKeeper ?? local;

  function change(changes) {
    for (const [fingerprint, mark] of changes) draw(fingerprint, mark);
    count();
    keeper.keep(changes);
  }

  const isShown = ({ element }) => !element.closest("[hidden]");
  const isFolded = ({ element, isOld }) => isOld && !element.closest("details").open;

  function choose(n, { focus = true } = {}) {
    if (n < 0 || n >= units.length) return false;
    units[current]?.element.classList.remove("current");
    current = n;
    const { element } = units[n];
    for (let fold = element.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    element.classList.add("current");
    if (focus) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: "center" });
    }
    keeper.show?.(units[n]);
    return true;
  }

  function step(by, wanted, none) {
    for (let n = current + by; n >= 0 && n < units.length; n += by)
      if (isShown(units[n]) && wanted(units[n])) return choose(n);
    say(none);
    return false;
  }
  const isUnread = (unit) => !marks.has(unit.fingerprint) && !unit.isOld;
  const isHere = (unit) => !isFolded(unit);

  function next(by) {
    if (read === asked.size) {
      const more = keeper.isServed ? " \u201cCheck again\u201d gives the verdict." : "";
      return say(`All ${asked.size.toLocaleString("en")} findings are read.${more}`);
    }
    // From the end on to the beginning.
    if (step(by, isUnread, "")) return;
    const kept = current;
    current = by > 0 ? -1 : units.length;
    if (!step(by, isUnread, "No unread finding is shown: the filters hide some.")) current = kept;
  }

  function mark(name, isRest) {
    if (current < 0) return say("Choose a finding first: j or n.");
    const { element } = units[current];
    const section = element.closest(".doc");
    const rest = isRest && section ? units.filter((unit) => section.contains(unit.element) && isShown(unit) && isUnread(unit)) : [];
    const chosen = new Set((isRest ? rest : [units[current]]).map((unit) => unit.fingerprint));
    const changes = new Map();
    for (const fingerprint of chosen) {
      const before = marks.get(fingerprint) ?? null;
      if (before?.mark !== name && (name || before)) changes.set(fingerprint, name && { mark: name, why: before?.why ?? reasons.get(fingerprint) ?? "" });
    }
    take(changes);
    const many = changes.size > 1 ? `${changes.size.toLocaleString("en")} findings: ` : "";
    say(`${many}${name ? WORDS[name] : "no mark"}`);
  }

  function take(changes) {
    if (!changes.size) return;
    steps.push({ at: current, before: new Map([...changes.keys()].map((f) => [f, marks.get(f) ?? null])) });
    change(changes);
  }

  function undo() {
    const last = steps.pop();
    if (!last) return say("Nothing to take back.");
    change(new Map([...last.before].map(([f, mark]) => [f, mark && { mark: mark.mark, why: mark.why }])));
    choose(last.at);
    say("Taken back.");
  }

  // Reasons that were given before a mark, by fingerprint.
  const reasons = new Map();
  const form = byId("why");
  function reason() {
    const known = marks.get(units[current]?.fingerprint);
    if (current < 0) return say("Choose a finding first: j or n.");
    form.hidden = false;
    byId("reason").value = known?.why ?? reasons.get(units[current].fingerprint) ?? "";
    byId("reason").focus();
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { fingerprint } = units[current];
    const known = marks.get(fingerprint);
    // On one line, without characters that nobody sees.
    const why = byId("reason").value.replace(/\s+/gu, " ").replace(/\p{C}/gu, "").trim();
    if (known && known.why !== why) take(new Map([[fingerprint, { mark: known.mark, why }]]));
    closeReason();
    if (known) return;
    reasons.set(fingerprint, why);
    if (why) say("The reason waits for the mark: 1 let stand, 2 wrong, 3 mended.");
  });
  function closeReason() {
    form.hidden = true;
    choose(current);
  }

  const two = (number) => String(number).padStart(2, "0");
  function day() {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  // The lines of accepted findings, as `checkfirst accept` writes them.
  function lockLines() {
    const who = encodeURIComponent((byId("who")?.value ?? "").trim().replace(/\p{C}/gu, "")) || "-";
    const unsaved = keeper.unsaved?.();
    const lines = [];
    for (const [fingerprint, { mark, why }] of marks) {
      const unit = places.get(fingerprint)?.[0];
      if (!unit || mark === "mended" || (unsaved && !unsaved.has(fingerprint))) continue;
      const reason = mark === "wrong" ? `wrong${why ? `: ${why}` : ""}` : why;
      lines.push(`finding ${unit.element.dataset.line} ${day()} ${who} ${reason}`.trimEnd());
    }
    return lines.length ? `${lines.sort().join("\n")}\n` : "";
  }

  // How many findings of each rule were right: those that stand or are mended, before this check, too. Notes earn no severity.
  function precision() {
    const counts = new Map();
    for (const [fingerprint, [{ code, severity }]] of places) {
      if (severity === "note") continue;
      const key = `${code} ${severity}`;
      const row = counts.get(key) ?? { right: 0, wrong: 0, unread: 0 };
      const name = marks.get(fingerprint)?.mark;
      row[name === "wrong" ? "wrong" : name ? "right" : "unread"] += 1;
      counts.set(key, row);
    }
    const head = `[checked]\ndocuments = ${document.body.dataset.documents}\nsets = 1\ndate = ${day()}\n`;
    const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, { right, wrong, unread }]) => {
      const [code, severity] = key.split(" ");
      return `\n[[read]]\ncode = "${code}"\nseverity = "${severity}"\nright = ${right}\nwrong = ${wrong}\ndebatable = 0\nunread = ${unread}\n`;
    });
    return head + rows.join("");
  }

  function fill() {
    if (byId("lock")) byId("lock").value = lockLines();
    if (byId("unsaved")) byId("unsaved").hidden = !byId("lock").value;
    byId("precision").value = precision();
    const mended = [...marks].filter(([f, { mark }]) => places.has(f) && mark === "mended").length;
    const left = asked.size - read;
    for (const area of byId("export").querySelectorAll("textarea")) area.setSelectionRange(0, 0);
    byId("left").textContent = [
      mended ? `${mended.toLocaleString("en")} mended: no line, for the next check does not find them.` : "",
      left ? `${left.toLocaleString("en")} not read yet.` : "",
    ].join(" ").trim();
  }
  byId("who")?.addEventListener("input", fill);

  async function copy(name) {
    const area = document.getElementById(name);
    area.select();
    try {
      await navigator.clipboard.writeText(area.value);
    } catch {
      document.execCommand("copy");
    }
  }
  function save(name, file) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([document.getElementById(name).value], { type: "text/plain" }));
    link.download = file;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  function open(isOpen = true) {
    bar.hidden = !isOpen;
    document.body.classList.toggle("reviewing", isOpen);
    start.setAttribute("aria-expanded", String(isOpen));
  }

  function close() {
    if (!form.hidden) closeReason();
    else if (!keeper.close?.() && !keeper.isServed) open(false);
  }

  const DO = {
    next: () => next(1),
    previous: () => next(-1),
    down: () => step(1, isHere, "This is the last finding."),
    up: () => step(-1, isHere, "This is the first finding."),
    stand: (isRest) => mark("stand", isRest),
    wrong: (isRest) => mark("wrong", isRest),
    mended: (isRest) => mark("mended", isRest),
    clear: () => mark(null, false),
    undo,
    reason,
    close,
    export: () => {
      fill();
      byId("export").showModal();
      for (const area of byId("export").querySelectorAll("textarea")) area.scrollTop = 0;
    },
    help: () => {
      byId("help").showModal();
      byId("help").querySelector("form button").focus();
    },
    file: () => keeper.toggle?.(),
    check: () => keeper.check?.(),
  };
  const KEYS = {
    j: "down", k: "up", n: "next", p: "previous", 1: "stand", s: "stand", 2: "wrong", w: "wrong", 3: "mended", m: "mended",
    0: "clear", u: "undo", r: "reason", e: "export", f: "file", "?": "help", Escape: "close",
  };
  const ARROWS = { ArrowDown: "down", ArrowUp: "up" };
  const RESTS = { S: "stand", W: "wrong", M: "mended" };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || document.querySelector("dialog[open]")) return;
    const field = event.target.closest?.("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape" && (!field || form.contains(field))) return close();
    if (field || !byId("keys").checked) return;
    const isChosen = document.activeElement === units[current]?.element;
    const isRest = event.shiftKey && event.key in RESTS;
    // With Caps Lock a letter alone is meant.
    const key = event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key;
    const does = isRest ? RESTS[event.key] : KEYS[key] ?? (isChosen ? ARROWS[key] : undefined);
    if (!does) return;
    event.preventDefault();
    if (bar.hidden) open();
    DO[does](isRest);
  });
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.do) DO[button.dataset.do](false);
    if (button?.dataset.copy) copy(button.dataset.copy).then(() => say("Copied."));
    if (button?.dataset.save) save(button.dataset.save, button.dataset.name);
  });
  document.querySelector(".content").addEventListener("click", (event) => {
    const element = event.target.closest("[data-line]");
    // Who marks words of a finding, or follows a link, chooses nothing.
    if (element && !bar.hidden && getSelection().isCollapsed && !event.target.closest("a, summary")) choose(numbers.get(element), { focus: false });
  });
  start.addEventListener("click", () => {
    open();
    next(1);
  });
  byId("keys").addEventListener("change", () => {
    try {
      localStorage.setItem("checkfirst keys", byId("keys").checked ? "on" : "off");
    } catch {
      // They are on again the next time.
    }
  });
  addEventListener("beforeunload", (event) => {
    if (keeper.isUnsaved()) event.preventDefault();
  });

  try {
    byId("keys").checked = localStorage.getItem("checkfirst keys") !== "off";
  } catch {
    // Nothing is kept.
  }
  start.hidden = Boolean(keeper.isServed);
  keeper.start({ draw, count, say, marks, places, units, current: () => units[current] });
  count();
  open(Boolean(keeper.isServed) || marks.size > 0);
})();
