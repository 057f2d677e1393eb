/**
 * 拒绝: a request that can't be met, with one sentence that says why and what to do.
 * The Chinese sentence is for the official, the English one stands beside it.
 */
export class Refusal extends Error {
  override name = "Refusal";
  /** `room/what-is-wrong`, stable: programs may rely on it. */
  readonly code: string;
  readonly english: string;

  constructor(code: string, chinese: string, english: string) {
    super(chinese);
    this.code = code;
    this.english = english;
  }
}
