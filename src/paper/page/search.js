/**
 * Searching in the browser, as `client.js` is: nothing outside these functions may be used in them but the `page` they share.
 */

export function listenToSearch(page) {
  page.hits = { words: "", ranges: [], at: -1 };
  const input = page.document.getElementById("search");
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => search(page, input.value.trim()), 120);
  });
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    if (page.hits.words !== input.value.trim()) search(page, input.value.trim());
    showHit(page);
  });
}

/** Leaves only rows that hold the words, counts them in the tabs, and finds the words in the text. */
export function search(page, words) {
  for (const panel of page.document.querySelectorAll(".panel")) {
    let left = 0;
    for (const row of panel.querySelectorAll("tbody tr")) {
      row.hidden = !row.textContent.includes(words);
      row.tabIndex = !row.hidden && left === 0 ? 0 : -1;
      if (!row.hidden) left += 1;
    }
    const tab = page.document.getElementById(panel.getAttribute("aria-labelledby"));
    tab.querySelector(".count").textContent = words ? `${left}/${panel.dataset.rows}` : panel.dataset.rows;
  }
  page.hits = { words, ranges: words ? findInText(page, words) : [], at: -1 };
  paintHits(page);
  page.document.getElementById("hits").textContent = words ? `正文 ${page.hits.ranges.length} 处` : "";
}

export function findInText(page, words) {
  const ranges = [];
  for (const block of page.document.querySelectorAll("[data-at]")) {
    const text = block.textContent;
    for (let at = text.indexOf(words); at >= 0 && ranges.length < 1000; at = text.indexOf(words, at + words.length))
      ranges.push(rangeIn(page, block, at, at + words.length));
  }
  return ranges;
}

/** The characters from…to of an element, wherever its pieces of text are cut. */
export function rangeIn(page, block, from, to) {
  const range = page.document.createRange();
  const walker = page.document.createTreeWalker(block, 4);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = passed + node.length;
    if (from >= passed && from < end) range.setStart(node, from - passed);
    if (to > passed && to <= end) range.setEnd(node, to - passed);
    passed = end;
  }
  return range;
}

/** Colours all hits where the browser can; elsewhere only the one that is shown is selected. */
export function paintHits(page) {
  const { CSS, Highlight } = page.document.defaultView;
  if (!CSS.highlights || !Highlight) return;
  CSS.highlights.set("hit", new Highlight(...page.hits.ranges));
  const now = page.hits.ranges[page.hits.at];
  CSS.highlights.set("hit-now", now ? new Highlight(now) : new Highlight());
}

/** The next hit, and after the last the first again. */
export function showHit(page) {
  const { hits } = page;
  if (hits.ranges.length === 0) return;
  hits.at = (hits.at + 1) % hits.ranges.length;
  paintHits(page);
  const range = hits.ranges[hits.at];
  page.show(range.startContainer.parentElement);
  if (!page.document.defaultView.CSS.highlights)
    page.document
      .getSelection()
      .setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  page.document.getElementById("hits").textContent = `正文 ${hits.at + 1}/${hits.ranges.length} 处`;
}
