import type { Level } from "#base/report";
import divisionFile from "#lexicon/divisions.yaml";

/** 地域: a division of the state, with those it lies in. */
export type Place = {
  /** GB/T 2260 code, six digits; 000000 for the state itself, which the standard does not number. */
  code: string;
  name: string;
  level: Exclude<Level, "township">;
  /** From the province down; the state is not named. */
  parents: readonly Place[];
};

type DivisionFile = {
  provinces: Record<string, string>;
  prefectures: Record<string, string>;
  former: Record<string, string>;
};

const NATION: Place = { code: "000000", name: "中华人民共和国", level: "nation", parents: [] };
const NATION_NAMES = ["中华人民共和国", "中国", "全国", "国务院", "中央"];
const PEOPLES =
  "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|" +
  "土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|普米|各";
const AUTONOMOUS = new RegExp(
  `(?:(?:${PEOPLES})族|维吾尔)*自治区$|(?:(?:${PEOPLES})族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯)*自治[州县旗]$`,
);
const KIND = /(?:特别行政区|林区|地区|省|市|盟|县|区|旗)$/;

type Index = { full: Map<string, Place[]>; short: Map<string, Place[]>; longest: number };

/** 简称: 河津市 → 河津, 延边朝鲜族自治州 → 延边. */
function shortOf(name: string): string {
  const bare = name.replace(AUTONOMOUS, "");
  return bare === name ? name.replace(KIND, "") : bare;
}

function file(map: Map<string, Place[]>, name: string, place: Place): void {
  const there = map.get(name);
  if (!there) map.set(name, [place]);
  else if (!there.includes(place)) there.push(place);
}

/** One line of the file: a prefecture with its counties, or the counties directly under a province. */
function placesOfLine(code: string, line: string, province: Place): Place[] {
  const [name, ...counties] = line.split(" ") as [string, ...string[]];
  const prefecture: Place[] =
    name === "-" ? [] : [{ code: `${code}00`, name, level: "prefecture", parents: [province] }];
  const parents = [province, ...prefecture];
  return [
    ...prefecture,
    ...counties.map((county): Place => {
      return { code: code + county.slice(0, 2), name: county.slice(2), level: "county", parents };
    }),
  ];
}

function allPlaces({ provinces, prefectures }: DivisionFile): Place[] {
  const top = Object.entries(provinces).map(
    ([code, name]): Place => ({ code: `${code}0000`, name, level: "province", parents: [] }),
  );
  const provinceOf = new Map(top.map((place) => [place.code.slice(0, 2), place]));
  const below = Object.entries(prefectures).flatMap(([code, line]) =>
    placesOfLine(code, line, provinceOf.get(code.slice(0, 2))!),
  );
  return [...top, ...below];
}

function indexed(divisions: DivisionFile): Index {
  const full = new Map<string, Place[]>(NATION_NAMES.map((name) => [name, [NATION]]));
  const short = new Map<string, Place[]>();
  const places = allPlaces(divisions);
  for (const place of places) {
    file(full, place.name, place);
    const name = shortOf(place.name);
    if (name.length > 1) file(short, name, place);
  }
  for (const [code, names] of Object.entries(divisions.former))
    for (const name of names.split(" ")) {
      const successor = short.get(shortOf(name))?.find((place) => place.code.startsWith(code));
      if (successor) file(full, name, successor);
    }
  return { full, short, longest: Math.max(...[...full.keys()].map((name) => name.length)) };
}

let built: Index | null = null;
/** The index costs a few milliseconds, so it is made when the first place is asked for, once. */
function index(): Index {
  built ??= indexed(divisionFile as DivisionFile);
  return built;
}

function names(hint: string, place: Place): boolean {
  if (/^\d+$/.test(hint)) return place.code.startsWith(hint.replace(/(?:00)+$/, ""));
  const short = shortOf(place.name);
  return hint.includes(short.length > 1 ? short : place.name);
}

/** Of several places of one name, the one that most of the hint speaks for; null where two are equal. */
function hinted(candidates: readonly Place[], hint: string): Place | null {
  const said = candidates.map((place) => [...place.parents, place].filter((above) => names(hint, above)).length);
  const most = Math.max(...said);
  const best = candidates.filter((_, at) => said[at] === most);
  return best.length === 1 ? best[0]! : null;
}

function chosen(candidates: readonly Place[], hint: string): Place | null {
  if (candidates.length < 2) return candidates[0] ?? null;
  return hint ? hinted(candidates, hint) : null;
}

/**
 * 认地名: the place that a name stands for, null where there is none or where the name alone does not tell.
 * `hint` is text that names a place above it (保定市, 河北省保定市) or the beginning of a division code.
 * Names of earlier years (清苑县) give the place of today.
 *
 *     placeOf("河津市")!.code              // => "140882"
 *     placeOf("朝阳区")                    // => null: Beijing has one, Changchun too
 *     placeOf("朝阳区", "长春市")!.code    // => "220104"
 */
export function placeOf(name: string, hint = ""): Place | null {
  const key = name.replace(/\s+/g, "");
  const { full, short } = index();
  const exact = full.get(key);
  if (exact) return chosen(exact, hint);
  const alike = short.get(key) ?? [];
  // 吉林 without more is the province, 海南 is not the district of 乌海.
  return chosen(alike, hint) ?? alike.find(({ level }) => level === "province") ?? null;
}

function nameAt(text: string, at: number): { name: string; isFull: boolean } | null {
  const { full, short, longest } = index();
  for (let length = Math.min(longest, text.length - at); length > 1; length--) {
    const name = text.slice(at, at + length);
    if (full.has(name)) return { name, isFull: true };
    if (short.has(name)) return { name, isFull: false };
  }
  return null;
}

/**
 * The place that a text begins with, read from above down: 山西省运城市河津市人民政府 gives 河津市 and `end` 9,
 * the offset (UTF-16 code units of `text`) where its name ends. Null where the text begins with no place, or ends in a 简称.
 */
export function splitPlace(text: string): { place: Place; end: number } | null {
  let best: { place: Place; end: number } | null = null;
  let above: Place | null = null;
  let end = 0;
  for (let step = nameAt(text, 0); step; step = nameAt(text, end)) {
    const place: Place | null = placeOf(step.name, text.slice(0, end));
    if (!place || (above && !place.parents.includes(above))) break;
    above = place;
    end += step.name.length;
    if (step.isFull || end === text.length) best = { place, end };
  }
  return best;
}
