import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fixture } from "../src/paper/fixture.ts";
import { readingPage } from "../src/paper/page.ts";

/** Chromium as Debian names it, or under one of its names on PATH. */
const BROWSER = ["/usr/bin/chromium"]
  .concat(
    (process.env.PATH ?? "")
      .split(delimiter)
      .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name))),
  )
  .find(existsSync);

/** Run in the page, and so written as text: there is no document here. */
const TINT = `getComputedStyle([...document.querySelectorAll(".f")].find((mark) => mark.textContent === "6万平方米")).backgroundColor`;
const TIMES = `{
  const opened = performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd;
  const from = performance.now();
  document.querySelectorAll(".f")[900].click();
  document.body.getBoundingClientRect();
  ({ opened, answered: performance.now() - from });
}`;

if (BROWSER === undefined) {
  test("the reading page in a browser: left out, there is no Chromium on this machine", () => {
    console.log("test/page.browser.test.ts left out: no chromium in /usr/bin or on PATH");
  });
} else {
  inBrowser(BROWSER);
}

function inBrowser(executablePath: string) {
  const folder = mkdtempSync(join(tmpdir(), "luoshi-page-"));
  const address = pathToFileURL(join(folder, "青禾县.html")).href;
  let browser: Browser;

  beforeAll(async () => {
    writeFileSync(join(folder, "青禾县.html"), readingPage(fixture()));
    const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
    const args = ["--no-sandbox", "--disable-component-update", "--disable-sync", ...quiet];
    browser = await chromium.launch({ executablePath, args });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the page, does something, and says what went wrong meanwhile: errors, and requests other than the file. */
  async function withPage(width: number, use: (page: Page) => Promise<void>): Promise<string[]> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const troubles: string[] = [];
    page.on("pageerror", (error) => troubles.push(error.message));
    page.on("console", (message) => troubles.push(message.text()));
    page.on("request", (request) => request.url() !== address && troubles.push(request.url()));
    await page.goto(address);
    await use(page);
    await page.close();
    return troubles;
  }

  const card = "#card .open .heading";

  test("a press on a figure shows what was read, and the task around it is one press away", async () => {
    const troubles = await withPage(1440, async (page) => {
      await page.getByText("10家以上", { exact: true }).first().click();
      expect(await page.locator(card).textContent()).toBe("数据 规上工业企业");
      expect(await page.locator("#card dl").textContent()).toContain("规则数量把握97%");
      expect(await page.locator("tr.lit").textContent()).toContain("≥10家");
      await page.locator("#card button.heading").click();
      expect(await page.locator(card).textContent()).toContain("新增规上工业企业10家以上、专精特新企业3家");
      expect((await page.locator("article .lit").allTextContents()).join("")).toBe(
        "新增规上工业企业10家以上、专精特新企业3家",
      );
      await page.keyboard.press("Escape");
      expect(await page.locator(".lit").count()).toBe(0);
    });
    expect(troubles).toEqual([]);
  });

  test("the keyboard does what the mouse does", async () => {
    const troubles = await withPage(1440, async (page) => {
      await page.locator(".f[tabindex='0']").first().focus();
      await page.keyboard.press("Enter");
      expect(await page.locator(card).textContent()).toBe("数据 地区生产总值");
      await page.locator("#tab-tasks").focus();
      await page.keyboard.press("ArrowRight");
      expect(await page.locator("#panel-targets").isVisible()).toBe(true);
      await page.locator("#panel-targets tbody tr").first().focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      expect(await page.locator(card).textContent()).toBe("目标 规模以上工业增加值");
    });
    expect(troubles).toEqual([]);
  });

  test("a row of a table leads to its words, a diagnostic to its paragraph", async () => {
    const troubles = await withPage(1440, async (page) => {
      await page.locator("#tab-mechanisms").click();
      await page.getByRole("cell", { name: "13710督办机制" }).click();
      await page.waitForFunction('document.querySelector("article .lit").getBoundingClientRect().top < 800');
      expect(await page.locator("article .lit").allTextContents()).toEqual(["“13710”督办机制"]);
      await page.locator("#tab-diagnostics").click();
      await page.locator("#panel-diagnostics tr[data-near]").click();
      expect(await page.locator(".near").count()).toBe(1);
    });
    expect(troubles).toEqual([]);
  });

  test("a kind that is switched off neither shows nor answers", async () => {
    const troubles = await withPage(1440, async (page) => {
      const figure = page.getByText("6万平方米", { exact: true }).first();
      const tint = () => page.evaluate<string>(TINT);
      await page.mouse.move(0, 0);
      const shown = await tint();
      await page.locator("[data-kind=measures]").click();
      await expect.poll(tint).not.toBe(shown);
      await figure.click();
      expect(await page.locator(card).textContent()).toContain("任务");
    });
    expect(troubles).toEqual([]);
  });

  test("a search thins the tables and goes from hit to hit in the text", async () => {
    const troubles = await withPage(1440, async (page) => {
      await page.fill("#search", "高标准农田");
      await page.keyboard.press("Enter");
      await expect.poll(() => page.locator("#hits").textContent()).toBe("正文 1/1 处");
      expect(await page.locator("#tab-tasks .count").textContent()).toBe("1/9");
      expect(await page.locator("#panel-tasks tbody tr:visible").count()).toBe(1);
    });
    expect(troubles).toEqual([]);
  });

  test("on a phone nothing is wider than the screen, and one pane shows at a time", async () => {
    const troubles = await withPage(360, async (page) => {
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBe(360);
      await page.getByText("10家以上", { exact: true }).first().click();
      expect(await page.locator("#card").isVisible()).toBe(true);
      const box = await page.locator("article .lit").boundingBox();
      const sheet = await page.locator("#card").boundingBox();
      expect(box!.y + box!.height).toBeLessThanOrEqual(sheet!.y);
      await page.locator("#card .close").click();
      await page.locator("[data-to=lists]").click();
      expect(await page.locator("main").isVisible()).toBe(false);
      await page.locator("#panel-measures tbody tr").first().click();
      expect(await page.locator("main").isVisible()).toBe(true);
    });
    expect(troubles).toEqual([]);
  });

  test("on paper all tables follow the text", async () => {
    const troubles = await withPage(1440, async (page) => {
      await page.emulateMedia({ media: "print" });
      for (const name of ["tasks", "measures", "terms", "diagnostics"])
        expect(await page.locator(`#panel-${name}`).isVisible()).toBe(true);
      for (const name of ["nav", "form", ".tabs", ".views", "#card"])
        expect(await page.locator(name).first().isVisible()).toBe(false);
    });
    expect(troubles).toEqual([]);
  });

  test("a full report with a thousand findings opens and answers at once", async () => {
    const report = fixture();
    const copies = Array.from({ length: 20 }, (_, i) => i * (report.text.length + 1));
    const moved = <T extends { id: string; span: [number, number] }>(found: T[]): T[] =>
      copies.flatMap((by) =>
        found.map((one) => ({ ...one, id: `${one.id}-${by}`, span: [one.span[0] + by, one.span[1] + by] })),
      );
    const { measures, tasks, deadlines, mechanisms } = report;
    const big = {
      measures: moved(measures),
      tasks: moved(tasks),
      deadlines: moved(deadlines),
      mechanisms: moved(mechanisms),
    };
    const text = copies.map(() => report.text).join("\n");
    writeFileSync(join(folder, "大.html"), readingPage({ ...report, ...big, text }));
    const page = await browser.newPage({ viewport: { width: 1440, height: 800 } });
    await page.goto(pathToFileURL(join(folder, "大.html")).href);
    const figures = await page.evaluate<{ opened: number; answered: number }>(TIMES);
    await page.close();
    console.log(
      `page of ${text.length} characters: open ${Math.round(figures.opened)} ms, a press ${Math.round(figures.answered)} ms`,
    );
    expect(figures.opened).toBeLessThan(6000);
    expect(figures.answered).toBeLessThan(1000);
  });
}
