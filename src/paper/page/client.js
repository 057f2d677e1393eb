/**
 * What happens in the browser. Plain functions for browsers of the last five years; `script.ts` puts their source
 * text into the page. So each must be exported, and none may use anything outside itself but the others.
 */

/** `page`: what the functions share. `marks` and `rows` know elements by the number of a finding. */
export function begin(document) {
  const page = {
    document,
    body: document.body,
    data: JSON.parse(document.getElementById("data").textContent),
    marks: new Map(),
    rows: new Map(),
    hidden: new Set(),
    /** Brings an element of the text before the reader's eyes. */
    show: (element) => {
      setView(page, "text");
      bringIntoView(element);
    },
  };
  for (const mark of document.querySelectorAll("[data-f].f"))
    for (const number of numbersOf(mark)) page.marks.set(number, (page.marks.get(number) || []).concat(mark));
  for (const row of document.querySelectorAll("tr[data-f]")) page.rows.set(numbersOf(row)[0], row);
  listenToText(page);
  listenToTables(page);
  listenToLegend(page);
  listenToViews(page);
  followReading(page);
  return page;
}

export function numbersOf(element) {
  return element.dataset.f.split(" ").map(Number);
}

/** Calls `then` for a click on, or Enter or Space in, an element that `selector` finds. */
export function onPress(root, selector, then) {
  root.addEventListener("click", (event) => {
    const element = event.target.closest(selector);
    if (element) then(element);
  });
  root.addEventListener("keydown", (event) => {
    const element = event.target.closest(selector);
    if (!element || element.tagName === "BUTTON" || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    then(element);
  });
}

export function listenToText(page) {
  onPress(page.document.querySelector("article"), ".f", (mark) => {
    const shown = numbersOf(mark).filter((number) => !page.hidden.has(page.data.cards[number][0]));
    if (shown.length === 0) return;
    select(page, shown, "row");
    mark.scrollIntoView({ block: "nearest" });
  });
  const card = page.document.getElementById("card");
  onPress(card, "[data-pick]", (title) => {
    const numbers = [...card.querySelectorAll("[data-pick]")].map((other) => Number(other.dataset.pick));
    const picked = Number(title.dataset.pick);
    select(page, [picked].concat(numbers.filter((number) => number !== picked)), "both");
  });
  onPress(card, ".close", () => clear(page));
  page.document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.id !== "search") clear(page);
  });
}

/** Shows the findings of one place, the first of them lit in the text and in its table. */
export function select(page, numbers, scroll) {
  unlight(page);
  const marks = page.marks.get(numbers[0]) || [];
  for (const mark of marks) mark.classList.add("lit");
  const row = page.rows.get(numbers[0]);
  if (row) {
    row.classList.add("lit");
    row.setAttribute("aria-current", "true");
    if (scroll !== "text") openTab(page, row.closest(".panel"));
  }
  showCards(page, numbers);
  if (scroll !== "text" && row) bringIntoView(row);
  if (scroll !== "row" && marks[0]) bringIntoView(marks[0]);
}

/** Centres an element in what scrolls around it, and leaves hidden panes alone. */
export function bringIntoView(element) {
  if (element.getClientRects().length > 0) element.scrollIntoView({ block: "center", inline: "nearest" });
}

export function unlight(page) {
  for (const lit of page.document.querySelectorAll(".lit, .near")) {
    lit.classList.remove("lit", "near");
    lit.removeAttribute("aria-current");
  }
}

export function clear(page) {
  unlight(page);
  page.body.classList.remove("has-card");
  page.document.getElementById("card").replaceChildren();
}

export function showCards(page, numbers) {
  const close = make(page, "button", "close", "×");
  close.type = "button";
  close.setAttribute("aria-label", "关闭");
  const card = page.document.getElementById("card");
  card.replaceChildren(close, ...numbers.map((number, i) => cardOf(page, number, i === 0)));
  card.scrollTop = 0;
  page.body.classList.add("has-card");
}

/** The first card is open; the others, that lie around it, show their title and open at a press. */
export function cardOf(page, number, open) {
  const [kind, cells, rule, confidence] = page.data.cards[number];
  const { name, label, titles } = page.data.kinds[kind];
  const box = make(page, "div", open ? "finding open" : "finding");
  const title = make(page, open ? "h3" : "button", `${name} heading`);
  title.append(make(page, "span", `swatch ${name}`, label), ` ${cells[0]}`);
  title.dataset.pick = number;
  box.append(title);
  if (!open) return box;
  const list = make(page, "dl");
  const fields = titles
    .map((field, i) => [field, cells[i]])
    .slice(1)
    .concat([
      ["规则", rule],
      ["把握", `${confidence}%`],
    ]);
  for (const [field, value] of fields)
    if (value !== "") list.append(make(page, "dt", "", field), make(page, "dd", "", value));
  box.append(list);
  return box;
}

export function make(page, tag, className, text) {
  const element = page.document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function listenToTables(page) {
  const lists = page.document.getElementById("lists");
  onPress(lists, "tr[data-f]", (row) => {
    setView(page, "text");
    select(page, numbersOf(row), "text");
  });
  onPress(lists, "tr[data-near]", (row) => showNear(page, Number(row.dataset.near)));
  lists.addEventListener("keydown", (event) => {
    if (event.target.matches("tr")) moveAmong(event, [...event.target.parentNode.children], "ArrowUp", "ArrowDown");
    if (event.target.matches("[role=tab]")) {
      const moved = moveAmong(event, [...event.target.parentNode.children], "ArrowLeft", "ArrowRight");
      if (moved) openTab(page, panelOf(page, moved));
    }
  });
  onPress(lists, "[role=tab]", (tab) => openTab(page, panelOf(page, tab)));
}

export function panelOf(page, tab) {
  return page.document.getElementById(tab.getAttribute("aria-controls"));
}

/** One stop of the Tab key for many elements; arrows go from one to the next that shows. */
export function moveAmong(event, all, back, on) {
  const shown = all.filter((element) => !element.hidden);
  const step = { [back]: -1, [on]: 1 }[event.key];
  const next = step && shown[shown.indexOf(event.target) + step];
  if (!next) return null;
  event.preventDefault();
  event.target.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  return next;
}

export function openTab(page, panel) {
  for (const other of page.document.querySelectorAll(".panel")) {
    const tab = page.document.getElementById(other.getAttribute("aria-labelledby"));
    other.hidden = other !== panel;
    tab.setAttribute("aria-selected", String(other === panel));
    tab.tabIndex = other === panel ? 0 : -1;
    if (other === panel) tab.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}

/** Lights the paragraph that holds an offset, or the next one after it. */
export function showNear(page, offset) {
  const blocks = [...page.document.querySelectorAll("[data-at]")];
  const block = blocks.find((one) => Number(one.dataset.at.split(" ")[1]) > offset) || blocks[blocks.length - 1];
  if (!block) return;
  unlight(page);
  block.classList.add("near");
  page.show(block);
}

export function listenToLegend(page) {
  onPress(page.document.querySelector(".legend"), "button", (button) => {
    const shown = button.getAttribute("aria-pressed") !== "true";
    const kind = page.data.kinds.findIndex(({ name }) => name === button.dataset.kind);
    button.setAttribute("aria-pressed", String(shown));
    page.body.classList.toggle(`no-${button.dataset.kind}`, !shown);
    if (shown) page.hidden.delete(kind);
    else page.hidden.add(kind);
    for (const mark of page.document.querySelectorAll(`.f[role=button].${button.dataset.kind}`))
      mark.tabIndex = numbersOf(mark).some((number) => !page.hidden.has(page.data.cards[number][0])) ? 0 : -1;
  });
}

export function listenToViews(page) {
  onPress(page.document.querySelector(".views"), "button", (button) => setView(page, button.dataset.to));
  onPress(page.document.getElementById("contents"), "a", (link) => {
    page.show(page.document.getElementById(link.hash.slice(1)));
  });
}

/** On a narrow screen: which of 目录, 正文, 表格 shows. On a wide one all three do. */
export function setView(page, view) {
  page.body.dataset.view = view;
  for (const button of page.document.querySelectorAll(".views button"))
    button.setAttribute("aria-pressed", String(button.dataset.to === view));
}

/** Marks in the contents which heading is being read. */
export function followReading(page) {
  const links = new Map([...page.document.querySelectorAll("#contents a")].map((link) => [link.hash.slice(1), link]));
  const heads = [...links.keys()].map((id) => page.document.getElementById(id)).filter(Boolean);
  const text = page.document.getElementById("text");
  const follow = () => {
    const line = text.getBoundingClientRect().top + 120;
    const passed = heads.filter((head) => head.getBoundingClientRect().top <= line);
    const now = passed[passed.length - 1];
    for (const [id, link] of links) {
      if (now && now.id === id) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  text.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  });
  follow();
}
