import { mechanismNamed } from "../catalogue.ts";
import type { Quote } from "../clause.ts";
import {
  BEHIND,
  endsDriven,
  endsNotDriven,
  endsWithGoal,
  isNotAlone,
  isPolitics,
  SILENT,
  saysHonour,
  wordAt,
} from "./mechanism-words.ts";

/** 引号里的机制: 推行“路长制”, “1+6+3”项目推进机制. */

/** 机制名称: [start, end) of the bare text, and which rule found it. */
export type Found = { start: number; end: number; rule: string; confidence: number };

const MARK = /[，。；：！？、“”《》（）〔〕\n]/;
/** A figure of speech ends in one of these, or is a word or two: “加速度”, “压舱石”. */
const FIGURE_OF_SPEECH =
  /^(?:[\u4e00-\u9fff]{1,3}(?:度|石|线|板|阀|器|剂|图|书|卷|点|位|水|花|风|关|桥|门|牌|头|量|子|圈|带|极|盾|网|墙|心|力|手|剑|果|账|旗|曲|篇|章|灯|塔|梯|链|仗|枪|炮|景|名|源|根|魂|值|底|碗|床|袋|篮|盘|肉|汤)|[\u4e00-\u9fff]|.*(?:成绩单|答卷|晴雨表|助推器|引擎|加速度|满意度|幸福感|获得感|含金量|含绿量|含新量|压舱石|稳定器|硬骨头|牛鼻子|一盘棋|一张蓝图|一公里|桥头堡|金名片|先手棋|主战场|重头戏|先行者|绊脚石|后半篇文章|指挥棒))$/;
/** Names that carry a number or a sign are mostly mechanisms: “13710”, “五个一”, “承诺制+标准地”. */
const FORMULA =
  /[\d+＋×]|[一二三四五六七八九十两双多百千][\u4e00-\u9fff]?[一二三四五六七八九十]|^[一二三四五六七八九十两双][个不大项条张套件化制网清改零包帮步维减]/;
const METHOD =
  /机制|攻坚|制度|行动|工程|计划|平台|模式|工作法|清单|招商|督办|督查|督导|巡查|网格|包联|包保|一件事|通办|网办|代办|承诺|审批|监管|服务|帮扶|考核|评价|积分|赛马|揭榜|专班|闭环|清零|销号|走流程|体验员|即办|秒批|便民|安静期|宁静日|白名单|直通车|早餐会|面对面|门牌|长制|同责|双责|即开工|经验|一张网|一张表|窗口/;
/** “旅游+康养”: a trade beside a trade. “1·27”: a day. “3年500亿”: a sum. “828B2B”: a fair. */
const NO_FORMULA =
  /^(?:十[一二三四五六七]五$|(?:旅游|文旅|康养|农业|生态)[+＋]|\d{1,2}[.·]\d{1,2}$|.*[年][\d.]+亿|.*[A-Za-z]\d|[\d.]+(?:级|A|分钟|米|公里|亿|万|%)|\d{1,2}$)|[+＋]$|^[+＋]|－|——/;
/** “晋心服务”品牌: what serves stays a mechanism whatever it is called. */
const SERVES = /(?:服务|办|审批)$/;
const CARRIED = /(?:推进|实施|落实|深化)[^，。；]*$/;
/** A whole sentence in quotation marks is an exhortation: 坚持“小切口、大民生”. */
const SHORT = /^(?:[^、，。]{2,12}|(?:[^、]{1,4}、){2,}[^、]{1,4})$/;
const EXCEPT = /^(?:机制|行动|项目库|工程|专项行动|改革)/;

/** The number of a note: “两扫全保”[22]. */
export const REFERENCE = /^ *(?:\[ *\d+ *\]|〔 *\d+ *〕|【 *\d+ *】|（ *\d+ *）|\( *\d+ *\)) */;
/** The first telling noun within ten characters behind the closing mark: 1 a mechanism's, -1 a goal's, 0 none. */
function told(codes: Uint16Array, text: string, from: number): number {
  const start = from + (REFERENCE.exec(text.slice(from, from + 8))?.[0].length ?? 0);
  const end = Math.min(text.length, start + 10);
  for (let at = start; at < end && !MARK.test(text[at]!); at++) {
    const { length, bits } = wordAt(codes, at, end, BEHIND | SILENT);
    if (length > 0 && ((bits & SILENT) === 0 || at < start + 4)) return (bits & SILENT) !== 0 ? -1 : 1;
  }
  return 0;
}

/** The name inside quotation marks, where it is a mechanism. `sibling`: one stands right before it in a row of quoted names. */
export function quotedName(codes: Uint16Array, text: string, { start, end }: Quote, sibling: boolean): Found | null {
  const name = text.slice(start + 1, end - 1).trim();
  if (name.length < 2 || name.length > 30 || isNotAlone(name)) return null;
  if (isPolitics(name) && !EXCEPT.test(text.slice(end, end + 3))) return null;
  const { id } = mechanismNamed(name, text.slice(Math.max(0, start - 30), end + 30));
  const found = (rule: string, confidence: number): Found => ({ start: start + 1, end: end - 1, rule, confidence });
  const behind = told(codes, text, end);
  if (id !== null) return found("目录里的机制", 0.95);
  const before = text.slice(Math.max(0, start - 16), start);
  if (
    (behind < 0 && !SERVES.test(name)) ||
    endsWithGoal(name) ||
    (NO_FORMULA.test(name) && !EXCEPT.test(text.slice(end, end + 3)))
  )
    return null;
  if (saysHonour(before.slice(before.search(/[^，。；“”]*$/))) && !METHOD.test(name) && behind === 0) return null;
  if (FIGURE_OF_SPEECH.test(name) && !METHOD.test(name) && !(behind > 0 && EXCEPT.test(text.slice(end, end + 3))))
    return null;
  const aimed = endsNotDriven(before) && !CARRIED.test(before);
  if (behind > 0 && !(aimed && !METHOD.test(name) && !FORMULA.test(name))) return found("“X”机制", 0.85);
  if (METHOD.test(name)) return found("“X机制”", 0.8);
  if (FORMULA.test(name) && !aimed) return found("“数字口号”", 0.7);
  return SHORT.test(name) && (endsDriven(before) || sibling) ? found("推行“X”", 0.65) : null;
}
