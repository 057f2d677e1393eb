import agencyFile from "#lexicon/agencies.yaml";
import fieldFile from "#lexicon/fields.yaml";

/** 单位: a department of a county or city as lexicon/agencies.yaml has it. */
export type Agency = {
  id: string;
  /** The usual full name, without 县/市/区 before it. */
  name: string;
  /** 简称, as a 任务分解表 writes it. */
  short: string;
  /** Other names it goes by, earlier names and merged offices too. */
  aliases: string[];
  /** 政策领域: id of lexicon/fields.yaml. */
  field: string;
  /** What it answers for: weight → words. */
  answers: Record<string, string[]>;
};

/** 政策领域: a policy field as lexicon/fields.yaml has it, with the words that speak for it. */
export type Field = { id: string; name: string; words: string[] };

/** 单位目录, in the order of the file. */
export const agencies = agencyFile as readonly Agency[];

/** 领域目录, in the order of the file. */
export const fields = fieldFile as readonly Field[];

const idsByName = new Map<string, string[]>();
for (const { id, name, short, aliases } of agencies)
  for (const known of new Set([name, short, ...aliases])) idsByName.set(known, [...(idsByName.get(known) ?? []), id]);

/**
 * 认单位: ids of the agencies that a name as written stands for: 县住建局, 区科技和经信局 (two), 市生态环境局咸安分局.
 * Empty where the catalogue does not have it.
 */
export function agenciesOf(written: string): string[] {
  const bare = written.replace(/[（(〔[【][^）)〕\]】]*[）)〕\]】]$/, "").replace(/\s+/g, "");
  for (const name of [written, bare, bare.slice(1)]) {
    const ids = idsByName.get(name);
    if (ids) return ids;
  }
  for (let length = bare.length - 1; length > 1; length--)
    for (let at = 0; at + length <= bare.length; at++) {
      const ids = idsByName.get(bare.slice(at, at + length));
      if (ids) return ids;
    }
  return [];
}
