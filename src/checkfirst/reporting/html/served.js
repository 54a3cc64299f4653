"use strict";
// Marks of a page that is served are sent to who served it, and the file is shown beside the current finding.
globalThis.checkfirstKeeper = (() => {
  // Milliseconds between two looks for marks of others, and before what failed is tried again.
  const LOOK = 3_000;
  const AGAIN = 2_000;
  const panel = document.getElementById("file");
  const text = document.getElementById("file-text");
  const heading = document.getElementById("file-name");
  const check = document.body.dataset.check;
  const wide = matchMedia("(min-width: 70rem)");
  const saved = new Map();
  const pending = new Map();
  const files = new Map();
  // Marks that were not saved before the page was closed.
  const waiting = `checkfirst ${location.pathname}`;
  let page;
  let busy = false;
  let turn = 0;
  let isOpen = wide.matches;
  let shown = null;
  let hasTrouble = false;

  async function ask(path, body) {
    const given = body === undefined ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
    const answer = await fetch(path, { ...given, cache: "no-store", credentials: "omit", redirect: "error" });
    const told = await answer.text();
    if (!answer.ok) throw Object.assign(new Error(told || `error ${answer.status}`), { status: answer.status });
    return told;
  }

  // What went wrong, and what to do about it.
  function trouble(error) {
    if (error.status === 404) return "checkfirst runs at another address now: open the one that it printed. Marks that are not saved stay here; \u201cExport\u201d has their lines.";
    if (error.status === undefined) return "checkfirst does not run any more. Start it again as before: this page then goes on by itself.";
    return error.message;
  }

  function store() {
    try {
      if (pending.size) localStorage.setItem(waiting, JSON.stringify([...pending]));
      else localStorage.removeItem(waiting);
    } catch {
      // They are in the page alone.
    }
  }

  // Send what an earlier visit of the page could not.
  function restore() {
    try {
      for (const [fingerprint, mark] of JSON.parse(localStorage.getItem(waiting) ?? "[]")) {
        if (!page.places.has(fingerprint)) continue;
        pending.set(fingerprint, mark && { mark: String(mark.mark), why: String(mark.why ?? "") });
        page.draw(fingerprint, mark && { ...pending.get(fingerprint), unsaved: true });
      }
    } catch {
      // Nothing is kept.
    }
  }

  const same = (one, other) => one?.mark === other?.mark && (one?.why ?? "") === (other?.why ?? "") && !one?.unsaved === !other?.unsaved;

  // Take the marks that the lock has now; those that wait to be sent stay as they are.
  function take(told) {
    const known = JSON.parse(told);
    const marks = new Map(Object.entries(known.marks));
    for (const fingerprint of page.places.keys()) {
      const mark = marks.get(fingerprint) ?? null;
      if (mark) saved.set(fingerprint, mark);
      else saved.delete(fingerprint);
      if (!pending.has(fingerprint) && !same(page.marks.get(fingerprint), mark)) page.draw(fingerprint, mark);
    }
    page.count();
    if (known.check !== check) page.say("The set was checked again meanwhile: reload the page to see what is found now.");
    return known;
  }

  const tellBusy = () => document.getElementById("review").setAttribute("aria-busy", String(busy || pending.size > 0));

  async function flush() {
    if (busy || !pending.size) return;
    busy = true;
    tellBusy();
    const sent = new Map(pending);
    let isLate = false;
    pending.clear();
    const changes = [...sent].map(([fingerprint, mark]) => ({
      fingerprint, mark: mark?.mark ?? null, why: mark?.why ?? "", was: saved.get(fingerprint)?.mark ?? null,
    }));
    try {
      const { refused } = take(await ask("marks", { marks: changes }));
      store();
      if (hasTrouble) page.say("checkfirst answers again; all marks are saved.");
      hasTrouble = false;
      for (const reason of Object.values(refused)) page.say(reason);
    } catch (error) {
      for (const [fingerprint, mark] of sent) if (!pending.has(fingerprint)) pending.set(fingerprint, mark);
      store();
      page.say(`${pending.size.toLocaleString("en")} not saved yet: ${trouble(error)}`);
      hasTrouble = true;
      setTimeout(flush, AGAIN);
      isLate = true;
    }
    busy = false;
    tellBusy();
    // What was marked meanwhile, the same findings again among it.
    if (!isLate) flush();
  }

  async function look() {
    if (document.hidden || busy || pending.size) return;
    const before = turn;
    try {
      const told = await ask("marks");
      // What was marked meanwhile is newer.
      if (turn !== before) return;
      if (hasTrouble) page.say("checkfirst answers again.");
      hasTrouble = false;
      take(told);
    } catch (error) {
      hasTrouble = true;
      page.say(trouble(error));
    }
  }

  async function show(unit) {
    shown = unit;
    panel.hidden = !isOpen;
    if (isOpen && !document.body.classList.contains("beside")) document.querySelector("#filters details").open = false;
    document.body.classList.toggle("beside", isOpen);
    if (!isOpen) return;
    const number = unit.element.dataset.file;
    if (number === undefined) {
      heading.textContent = "No file";
      delete text.dataset.number;
      text.textContent = "The finding is about the set, or about a file that is not there.";
      return;
    }
    if (!files.has(number)) files.set(number, ask(`file/${number}`));
    try {
      const told = await files.get(number);
      if (shown !== unit) return;
      if (text.dataset.number !== number) {
        // The server escaped every word of the document, and its name on the first line.
        const end = told.indexOf("\n");
        heading.innerHTML = told.slice(0, end);
        text.innerHTML = told.slice(end);
        text.dataset.number = number;
      }
    } catch (error) {
      files.delete(number);
      text.textContent = `The file can't be shown: ${error.message}`;
      delete text.dataset.number;
      return;
    }
    for (const line of text.querySelectorAll(".now")) line.classList.remove("now");
    const lines = text.querySelectorAll(".lines p");
    const quoted = unit.element.dataset.at.split(" ").filter(Boolean).map((n) => lines[n]).filter(Boolean);
    for (const line of quoted) line.classList.add("now");
    if (quoted.length) text.scrollTop += quoted[0].getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
    else text.scrollTop = 0;
  }

  return {
    isServed: true,
    start(given) {
      page = given;
      restore();
      look();
      flush();
      setInterval(look, LOOK);
      document.addEventListener("visibilitychange", look);
    },
    keep(changes) {
      turn += 1;
      for (const [fingerprint, mark] of changes) {
        pending.set(fingerprint, mark);
        store();
        if (mark) page.draw(fingerprint, { ...mark, unsaved: true });
      }
      flush();
    },
    unsaved: () => new Set(pending.keys()),
    isUnsaved: () => busy || pending.size > 0,
    show,
    toggle() {
      isOpen = !isOpen;
      const unit = page.current();
      if (unit) show(unit).then(() => unit.element.scrollIntoView({ block: "center" }));
      else page.say(isOpen ? "The file is shown beside." : "The file is not shown.");
    },
    close() {
      if (panel.hidden || wide.matches) return false;
      this.toggle();
      return true;
    },
    async check() {
      if (pending.size || busy) return page.say("Some marks are not saved yet.");
      page.say("Checking the set again \u2026");
      try {
        await ask("check", {});
        location.reload();
      } catch (error) {
        page.say(`The set can't be checked: ${error.message}`);
      }
    },
  };
})();
document.getElementById("file").addEventListener("click", (event) => {
  if (event.target.closest("[data-do=file]")) globalThis.checkfirstKeeper.toggle();
});
