import { attribute, descendants, type PageElement, type PageParent, rawText } from "./html-page.ts";

/** Elements whose content is never part of what is read. */
const UNREAD = new Set(
  "head script style noscript template iframe object embed applet svg canvas audio video map select option textarea button input datalist rp rt del nav dialog frameset".split(
    " ",
  ),
);
const INVISIBLE = /display\s*:\s*none|visibility\s*:\s*(hidden|collapse)|font-size\s*:\s*0(px|pt|em|%)?\s*(;|!|$)/i;

/** 隐藏: tells whether an element is not shown. Knows inline styles and the simple `.name{…}`, `#name{…}` rules of the page. */
export function hiddenIn(page: PageParent): (element: PageElement) => boolean {
  const names = hiddenNames(page);
  return (element) =>
    UNREAD.has(element.tagName) ||
    element.attrs.some(({ name }) => name === "hidden") ||
    INVISIBLE.test(attribute(element, "style")) ||
    (names.size > 0 && namesOf(element).some((name) => names.has(name)));
}

const namesOf = (element: PageElement): string[] => [
  `#${attribute(element, "id")}`,
  ...attribute(element, "class")
    .split(/\s+/)
    .map((name) => `.${name}`),
];

/** Selectors of one class or id that the page's own style sheets hide. Those in separate files are never fetched. */
function hiddenNames(page: PageParent): Set<string> {
  const names = new Set<string>();
  for (const element of descendants(page)) {
    if (element.tagName !== "style") continue;
    // Rules for print or small screens stand inside @media { … }: they don't hide on the screen, so they are taken out.
    const rules = rawText(element)
      .slice(0, 500_000)
      .replace(/@media[^{]*\{([^{}]*\{[^{}]*\})*[^{}]*\}/g, "");
    for (const [, selectors, body] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g))
      if (INVISIBLE.test(body!))
        for (const selector of selectors!.split(","))
          if (/^[.#][\w-]+$/.test(selector.trim())) names.add(selector.trim());
  }
  return names;
}
