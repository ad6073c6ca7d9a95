// The theme puts each copy button into a <nav>, which makes a landmark of every code block.
new MutationObserver(() => {
  for (const frame of document.querySelectorAll("nav.md-code__nav:not([role])")) frame.setAttribute("role", "none");
}).observe(document.body, { childList: true, subtree: true });

// The filter of the API map: all words must occur in a row; the choice is kept in the address, to be shared.
const MOST_FOUND = 50;

// Names as they are written in full; what is a method of a tensor stands as `.name` in the rows.
const FULL = [
  [/(?<![\w.])f\./g, "torch.nn.functional."],
  [/(?<![\w.])nn\./g, "torch.nn."],
  [/(?<![\w.])tf\.keras\./g, "keras."],
  [/(?<![\w.])(?:torch|tf)\.tensor\.(?=\w)/g, "."],
];
const plain = (text) => FULL.reduce((done, [short, full]) => done.replace(short, full), text.toLowerCase());

// Rows with all words. First those that are named so, and whose two expressions hold the words as whole names; of
// these the shortest.
const names = (row) => (word) => word.replace(/^.*\./, "") === row.id.replace(/^.*\//, "");
const ranked = (rows, words) => {
  const whole = words.map((word) => {
    const literal = word.replace(/[^\w\s]/g, "\\$&");
    return new RegExp(`${/^\w/.test(word) ? "(?<!\\w)" : ""}${literal}(?!\\w)`);
  });
  return rows
    .filter((row) => words.every((word) => row.text.includes(word)))
    .map((row) => [whole.filter((name) => !name.test(row.sides)).length - words.some(names(row)), row])
    .sort(([missed, one], [other, two]) => missed - other || (words.length && one.sides.length - two.sides.length))
    .map(([, row]) => row);
};

const startFilter = async (frame) => {
  const form = frame.querySelector("form");
  const count = frame.querySelector(".map-count");
  const list = frame.querySelector(".map-found");
  const fields = ["name", "area", "relation"];
  const address = new URLSearchParams(location.search);
  for (const field of fields) if (address.has(field)) form.elements[field].value = address.get(field);
  frame.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  const answer = await fetch(frame.dataset.rows)
    .then((found) => (found.ok ? found.json() : null))
    .catch(() => null);
  if (!frame.isConnected) return; // the reader has left the page meanwhile
  if (!answer) {
    count.textContent = "The rows could not be loaded; the areas below are complete.";
    return;
  }
  const rows = answer.entries.map((row) => ({
    ...row,
    sides: plain(`${row.pytorch}\n${row.tensorflow}`),
    text: plain([row.id, row.pytorch, row.tensorflow, row.naive, ...row.also, row.gotcha].join("\n")),
  }));

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  const shown = (row) => {
    const [area, name] = row.id.split("/");
    const link = element("a", "map-row");
    link.href = `${area}/#row-${row.id.replace(/[/_]/g, "-")}`;
    const head = element("span", "row-head");
    head.append(element("span", `relation relation-${row.relation}`, row.relation), ` ${area} / ${name}`);
    if (row.state !== "pass") head.append(` (${row.state.replace("-", " ")})`);
    link.append(head, element("code", "", row.pytorch), element("code", "", row.tensorflow));
    return link;
  };

  const show = () => {
    const chosen = Object.fromEntries(fields.map((field) => [field, form.elements[field].value.trim()]));
    const kept = fields.filter((field) => chosen[field]).map((field) => [field, chosen[field]]);
    const query = new URLSearchParams(kept).toString();
    history.replaceState(history.state, "", location.pathname + (query && `?${query}`) + location.hash);
    if (!kept.length) {
      count.textContent = `${rows.length} rows`;
      list.replaceChildren();
      return;
    }
    const words = plain(chosen.name).split(/\s+/).filter(Boolean);
    const within = rows.filter(
      (row) => (!chosen.area || row.area === chosen.area) && (!chosen.relation || row.relation === chosen.relation),
    );
    let found = ranked(within, words);
    let instead = "";
    const last = words.map((word) => word.replace(/^.*(?=\.\w)/, "")); // another module may hold the same name
    if (!found.length && last.some((word, n) => word !== words[n])) {
      found = ranked(within, last);
      if (found.length) instead = `; none has ${chosen.name}, these have ${last.join(" ")}`;
    }
    const more = found.length > MOST_FOUND ? `; the first ${MOST_FOUND} are shown` : "";
    count.textContent = `${found.length} of ${rows.length} rows${instead}${more}`;
    list.replaceChildren(...found.slice(0, MOST_FOUND).map(shown));
  };

  form.addEventListener("input", show); // not "change", which comes between the parts of a click on a result
  show();
};

// The theme replaces pages without loading them anew, and says so here.
document$.subscribe(() => {
  const frame = document.querySelector(".map-filter[hidden]");
  if (frame) startFilter(frame);
});
