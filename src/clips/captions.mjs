/** Captions: read them, and say what a reader would find hard about them. */
const LINES = 2;
const LETTERS_A_LINE = 42;
const SHORTEST = 2;
const LONGEST = 6;
/** Above this, people who read in a second language fall behind. */
const LETTERS_A_SECOND = 17;

/** @returns {{start: number, end: number, lines: string[]}[]} times in seconds */
export function cues(vtt) {
  return [...vtt.matchAll(/^([\d:.]+) --> ([\d:.]+).*\n((?:.+\n?)+)/gm)].map(([, start, end, text]) => ({
    start: seconds(start),
    end: seconds(end),
    lines: text.trim().split("\n"),
  }));
}

/** One sentence for every cue that is too long, too short, too fast or too early. */
export function complaints(list) {
  return list.flatMap(({ start, end, lines }, index) => {
    const length = end - start;
    const letters = lines.join(" ").length;
    const previous = index === 0 ? 0 : list[index - 1].end;
    return [
      lines.length > LINES && `has ${lines.length} lines`,
      lines.some(line => line.length > LETTERS_A_LINE) && `has a line of more than ${LETTERS_A_LINE} characters`,
      length < SHORTEST && `stays for less than ${SHORTEST} seconds`,
      length > LONGEST && `stays for more than ${LONGEST} seconds`,
      letters / length > LETTERS_A_SECOND && `asks for ${(letters / length).toFixed(1)} characters a second`,
      start < previous && "begins before the one above it ends",
    ].filter(Boolean).map(fault => `Caption ${index + 1} ${fault}.`);
  });
}

function seconds(time) {
  return time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}
