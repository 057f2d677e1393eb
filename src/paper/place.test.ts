import { expect, test } from "vitest";
import { fixture } from "./fixture.ts";
import { placeIn } from "./place.ts";

const report = fixture();
const place = placeIn(report);
const range = (quote: string): [number, number] => [
  report.text.indexOf(quote),
  report.text.indexOf(quote) + quote.length,
];

test("原文 is the whole sentence, from full stop to full stop", () => {
  expect(place.sentence(range("专精特新企业3家"))).toBe("新增规上工业企业10家以上、专精特新企业3家。");
  expect(place.sentence(range("专精特新企业3家。"))).toBe("新增规上工业企业10家以上、专精特新企业3家。");
});

test("a finding over two sentences brings both", () => {
  const both = place.sentence(range("6月底前取得核准。新增规上工业企业"));
  expect(both.startsWith("推动云杉新材料二期")).toBe(true);
  expect(both.endsWith("专精特新企业3家。")).toBe(true);
});

test("a closing quote belongs to the sentence before it", () => {
  const text = "他说：“干！”会后就干。";
  const own = placeIn({ ...report, text });
  expect(own.sentence([4, 5])).toBe("他说：“干！”");
  expect(own.sentence([7, 9])).toBe("会后就干。");
});

test("a clause goes from comma to comma", () => {
  expect(place.clause(range("186.4亿元"))).toBe("地区生产总值达到186.4亿元");
});

test("位置 says page, headings and the offset that explain takes", () => {
  const found = report.measures.find(({ subject }) => subject === "专精特新企业")!;
  expect(place.where(found)).toBe(`第${found.page}页／二、（一）／字位${found.source[0]}`);
  expect(place.path(found.section)).toBe("二、（一）做强主导产业");
});

test("类别 is the heading of the second level, or the first where there is no second", () => {
  expect(report.tasks.map(({ section }) => place.category(section))[0]).toBe(
    "（一）聚焦强链补链，加快构建现代产业体系",
  );
  expect(place.category(report.tasks.at(-1)!.section)).toBe("三、加强政府自身建设");
  expect(place.category(null)).toBe("");
});

test("a ring of sections and a section that is not there do no harm", () => {
  const [one, two] = report.sections as [(typeof report.sections)[0], (typeof report.sections)[0]];
  const ring = placeIn({
    ...report,
    sections: [
      { ...one, parent: two.id },
      { ...two, parent: one.id },
    ],
  });
  expect(ring.path(one.id)).toBe("（一）一、");
  expect(place.path("not there")).toBe("");
});
