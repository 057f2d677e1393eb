import type { CompiledReport } from "#base/report";
import { findingsOf } from "./page/findings.ts";
import { allowed, embedded, escaped } from "./page/html.ts";
import { KINDS } from "./page/kinds.ts";
import { listsOf } from "./page/lists.ts";
import { script } from "./page/script.ts";
import { style } from "./page/style.ts";
import { contentsOf, textOf } from "./page/text.ts";
import { tables } from "./tables.ts";
import { reportName } from "./words.ts";

/**
 * 阅读页: one HTML file that stands by itself and asks nothing of the network. The report as it reads, what was read
 * out of it marked by kind, the tables beside it; printed, the text and then the tables.
 */
export function readingPage(report: CompiledReport): string {
  const layers = tables(report);
  const findings = findingsOf(report, layers);
  const counts = KINDS.map(({ name }) => layers.find((layer) => layer.name === name)!.rows.length);
  const policy = `default-src 'none'; script-src ${allowed(script)}; style-src ${allowed(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="luoshi">
<title>${escaped(reportName(report))} · 落实</title>
<style>${style}</style>
</head>
<body data-view="text">
<a class="skip" href="#text">到正文</a>
<a class="skip" href="#lists">到表格</a>
${bar(report)}
<nav id="contents" aria-label="目录"><h2>目录</h2>${contentsOf(report.sections)}</nav>
<main id="text" tabindex="-1">
${legend(counts)}
<article>
${textOf(report, findings.marks)}
</article>
</main>
<aside id="lists" tabindex="-1" aria-label="读出的内容">
<section id="card" aria-live="polite" aria-label="所选"><p class="hint">点按正文中的标记或表中的一行，这里显示读到了什么、依据哪条规则。</p></section>
${listsOf(report, layers, findings)}
</aside>
${VIEWS}
<script type="application/json" id="data">${embedded(findings.data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function bar(report: CompiledReport): string {
  const { meta, source } = report;
  const says = [meta.meeting, meta.date, meta.speaker, source.name, `${report.text.length}字`];
  return `<header>
<div class="name"><h1>${escaped(reportName(report))}</h1><p>${says
    .filter(Boolean)
    .map((part) => escaped(part!))
    .join("<i>·</i>")}</p></div>
<form role="search"><input id="search" type="search" placeholder="在正文和表格中查找" aria-label="在正文和表格中查找" autocomplete="off"><output id="hits" for="search"></output></form>
</header>`;
}

/** 图例: a switch for each kind of mark. */
function legend(counts: number[]): string {
  const switches = KINDS.flatMap(({ name, label }, i) =>
    counts[i] === 0
      ? []
      : `<button type="button" aria-pressed="true" data-kind="${name}"><span class="swatch ${name}" aria-hidden="true">文</span>${label}<span class="count">${counts[i]}</span></button>`,
  );
  return `<div class="legend" role="group" aria-label="显示哪些标记">${switches.join("")}</div>`;
}

/** On a narrow screen one of the three shows at a time. */
const VIEWS = `<div class="views" role="group" aria-label="切换">
<button type="button" data-to="contents" aria-pressed="false">目录</button>
<button type="button" data-to="text" aria-pressed="true">正文</button>
<button type="button" data-to="lists" aria-pressed="false">表格</button>
</div>`;
