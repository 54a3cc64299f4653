"use strict";
(() => {
  const form = document.getElementById("filters");
  const search = document.getElementById("search");
  const fieldsets = [...form.querySelectorAll("fieldset")];
  const boxes = {};
  // The value that a group shows alone, by the group's name.
  const alone = {};
  for (const set of fieldsets) {
    const group = set.dataset.group;
    boxes[group] = new Map([...set.querySelectorAll("input")].map((box) => [box.value, box]));
  }
  const tokens = (element) => (element.dataset.rules || "").split(" ").filter(Boolean).map((token) => token.split(":"));
  const sections = new Map([...document.querySelectorAll("[data-of]")].map((part) => [part.dataset.of, part]));
  const rows = [...document.querySelectorAll("tr[data-n]")].map((row) => ({
    row,
    section: sections.get(row.dataset.n),
    path: row.querySelector("th").textContent.toLowerCase(),
    status: row.dataset.status,
    severity: row.dataset.severity,
    tokens: tokens(row),
  }));
  const parts = [...document.querySelectorAll(".part")].filter((part) => part.querySelector("[data-of]"));
  const findings = [...document.querySelectorAll("[data-rules]:not(tr)")].map((part) => ({ part, tokens: tokens(part) }));
  const ticked = (group, value) => !boxes[group]?.has(value) || boxes[group].get(value).checked;
  const wanted = (pairs) => pairs.some(([code, severity]) => ticked("rule", code) && ticked("severity", severity));

  function apply() {
    const words = search.value.trim().toLowerCase();
    let count = 0;
    for (const { row, section, path, status, severity, tokens: pairs } of rows) {
      // What has no rule or no severity goes only when some other value is shown alone.
      const found = pairs.length ? wanted(pairs) : !alone.rule;
      const grave = severity ? ticked("severity", severity) : !alone.severity;
      const show = found && grave && ticked("status", status) && path.includes(words);
      row.hidden = !show;
      if (section) section.hidden = !show;
      count += show;
    }
    for (const { part, tokens: pairs } of findings) part.hidden = !wanted(pairs);
    for (const part of parts) part.hidden = !part.querySelector("[data-of]:not([hidden])");
    const all = [...form.querySelectorAll("input[type=checkbox]")].every((box) => box.checked);
    const narrowed = !all || words !== "" || Object.values(alone).some(Boolean);
    document.body.classList.toggle("narrowed", narrowed);
    document.getElementById("reset").disabled = !narrowed;
    document.getElementById("nothing").hidden = count > 0;
    document.getElementById("shown").textContent =
      `${narrowed ? `${count.toLocaleString("en")} of ` : ""}${rows.length.toLocaleString("en")} rows`;
    for (const button of form.querySelectorAll(".only")) {
      const box = button.parentElement.querySelector("input");
      button.setAttribute("aria-pressed", String(alone[button.closest("fieldset").dataset.group] === box.value));
    }
  }

  function only(button) {
    const group = button.closest("fieldset").dataset.group;
    const value = button.parentElement.querySelector("input").value;
    const again = alone[group] === value;
    alone[group] = again ? null : value;
    for (const [name, box] of boxes[group]) box.checked = again || name === value;
    apply();
  }

  function everything() {
    for (const group of Object.keys(alone)) alone[group] = null;
    for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = true;
    search.value = "";
    apply();
  }

  // A link may lead into a folded or a filtered part.
  function unfold() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest("[hidden]")) everything();
    const fold = target.closest("details");
    if (fold && !fold.open) {
      fold.open = true;
      target.scrollIntoView();
    }
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    everything();
  });
  form.addEventListener("change", (event) => {
    const set = event.target.closest("fieldset");
    if (set) alone[set.dataset.group] = null;
    apply();
  });
  form.addEventListener("click", (event) => {
    if (event.target.matches(".only")) only(event.target);
  });
  search.addEventListener("input", apply);
  addEventListener("hashchange", unfold);

  const wide = matchMedia("(min-width: 70rem)");
  const fold = () => {
    form.querySelector("details").open = wide.matches;
  };
  wide.addEventListener("change", fold);
  fold();
  form.hidden = false;
  apply();
  unfold();
})();
