import type { CompiledReport } from "#base/report";
import { type Column, fitting, type Table } from "../table.ts";
import { type Findings, written } from "./findings.ts";
import { escaped } from "./html.ts";
import { KINDS } from "./kinds.ts";

/** 表: one tab and one panel a layer, and the 存疑 at the end. */
export function listsOf(report: CompiledReport, layers: Table[], findings: Findings): string {
  const shown = [...KINDS, { name: "diagnostics", label: "存疑" }].map(({ name, label }) => ({
    name,
    label,
    table: layers.find((layer) => layer.name === name)!,
  }));
  const tabs = shown.map(({ name, label, table }, i) => tab(name, label, table.rows.length, i === 0));
  const places = placesOf(report);
  const panels = shown.map(({ name, label, table }, i) => {
    const target = (row: number) => {
      const number = findings.numbers.get(`${name} ${table.ids[row]}`);
      return number === undefined ? (places[row] ?? "") : `data-f="${number}"`;
    };
    return panel(name, label, fitting(table, "page"), target, i === 0);
  });
  return `<div class="tabs" role="tablist" aria-label="各层表">${tabs.join("")}</div>\n${panels.join("\n")}`;
}

const tab = (name: string, label: string, count: number, first: boolean) =>
  `<button role="tab" id="tab-${name}" aria-controls="panel-${name}" aria-selected="${first}" tabindex="${first ? 0 : -1}">` +
  `${label}<span class="count">${count}</span></button>`;

function panel(name: string, label: string, table: Table, target: (row: number) => string, first: boolean): string {
  const heads = table.columns.map(({ title, type }) => `<th scope="col"${aligned(type)}>${title}</th>`).join("");
  const rows = table.rows.map((row, i) => {
    const cells = row.map((cell, at) => {
      const column = table.columns[at]!;
      return `<td${aligned(column.type)}>${escaped(written(cell, column))}</td>`;
    });
    return `<tr ${target(i)} tabindex="${i === 0 ? 0 : -1}">${cells.join("")}</tr>`;
  });
  const body =
    rows.length === 0
      ? '<p class="nothing">本报告没有读出这一类。</p>'
      : `<table class="${name}"><thead><tr>${heads}</tr></thead><tbody>\n${rows.join("\n")}\n</tbody></table>`;
  return (
    `<section class="panel" role="tabpanel" id="panel-${name}" aria-labelledby="tab-${name}" data-rows="${rows.length}"${first ? "" : " hidden"}>` +
    `<h2 class="printed">${label}</h2>${body}</section>`
  );
}

/** Numbers stand to the right, days are not broken. */
const aligned = (type: Column["type"]) =>
  ({ number: ' class="n"', integer: ' class="n"', date: ' class="d"', text: "" })[type];

/**
 * Where each diagnostic lies in the text, as nearly as can be told: the source is longer than the text, so the way
 * goes by the last finding before it in the source.
 */
function placesOf(report: CompiledReport): (string | null)[] {
  const known = [...report.sections, ...report.measures, ...report.tasks, ...report.terms];
  const ways = known.map(({ source, span }) => [source[0], span[0]] as const).sort((a, b) => a[0] - b[0]);
  return report.diagnostics.map(({ source }) => {
    if (source === null) return null;
    const [from, to] = ways[ways.findLastIndex(([start]) => start <= source[0])] ?? [0, 0];
    return `data-near="${Math.min(to + source[0] - from, report.text.length - 1)}"`;
  });
}
