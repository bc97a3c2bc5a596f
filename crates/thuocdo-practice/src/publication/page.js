(() => {
  const list = document.querySelector(".list");
  const table = list.querySelector("table");
  const bodies = [...table.tBodies];
  const columns = [...table.tHead.rows[0].cells];
  const lang = document.documentElement.lang;
  // Letters without signs, so that "phuong" finds "Phượng".
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const rows = bodies.flatMap((body) =>
    [...body.querySelectorAll("tr:not(.of)")].map((row) => {
      const of = body.dataset.of || "";
      row.querySelector("th").dataset.of = of;
      return { row, body, text: plain(row.textContent + " " + of) };
    }),
  );
  const make = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  const search = make("input", { type: "search", autocomplete: "off", spellcheck: false });
  const count = make("span", { className: "count" });
  count.setAttribute("role", "status");
  const show = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      shown += row.hidden ? 0 : 1;
    }
    for (const body of table.tBodies) {
      body.hidden = [...body.rows].every((row) => row.hidden || row.className === "of");
    }
    count.textContent = list.dataset.shown.replace("{shown}", shown).replace("{all}", rows.length);
  };
  search.addEventListener("input", show);

  const order = make("select", {}, make("option", { value: "", textContent: list.dataset.listed }));
  columns.forEach((column, place) => order.append(make("option", { value: place, textContent: column.textContent })));
  const collator = new Intl.Collator(lang, { numeric: true });
  const sorted = document.createElement("tbody");
  const number = (text) => parseFloat(text.replace(",", "."));
  const compare = (place) => (a, b) => {
    const [x, y] = [a, b].map(({ row }) => row.cells[place].textContent);
    if (!columns[place].classList.contains("number")) {
      return collator.compare(x, y);
    }
    // The highest points first; what has none comes last.
    const [m, n] = [number(x), number(y)];
    return Number.isNaN(m) || Number.isNaN(n) ? Number.isNaN(m) - Number.isNaN(n) : n - m;
  };
  order.addEventListener("change", () => {
    const isSorted = order.value !== "";
    table.classList.toggle("flat", isSorted);
    if (isSorted) {
      table.append(sorted);
      [...rows].sort(compare(Number(order.value))).forEach(({ row }) => sorted.append(row));
    } else {
      rows.forEach(({ row, body }) => body.append(row));
      sorted.remove();
    }
    show();
  });

  const tools = make(
    "p",
    { className: "tools" },
    make("label", {}, list.dataset.search, search),
    make("label", {}, list.dataset.sort, order),
    count,
  );
  list.querySelector(".table").before(tools);
  show();
})();
