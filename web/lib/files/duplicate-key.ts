const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/**
 * The path of the first key that stands twice in one object of a valid JSON text. `JSON.parse` keeps
 * the last one in silence, which would let two readers see two different files.
 */
export function findDuplicateKey(json: string): string[] | undefined {
  const objects: { keys: Set<string>; last: string }[] = [];
  for (let at = 0; at < json.length; ) {
    const char = json.charCodeAt(at);
    if (char === OPEN) objects.push({ keys: new Set(), last: '' });
    if (char === CLOSE) objects.pop();
    if (char !== QUOTE) {
      at += 1;
      continue;
    }
    const end = endOfString(json, at);
    const object = objects.at(-1);
    if (object && json.charCodeAt(skipSpace(json, end)) === COLON) {
      object.last = decode(json.slice(at, end));
      if (object.keys.has(object.last)) return objects.map(({ last }) => last);
      object.keys.add(object.last);
    }
    at = end;
  }
  return undefined;
}

function endOfString(json: string, open: number): number {
  for (let at = open + 1; at < json.length; at++) {
    const char = json.charCodeAt(at);
    if (char === BACKSLASH) at += 1;
    if (char === QUOTE) return at + 1;
  }
  return json.length;
}

function skipSpace(json: string, from: number): number {
  let at = from;
  while (/\s/.test(json.charAt(at))) at += 1;
  return at;
}

function decode(literal: string): string {
  return literal.includes('\\') ? JSON.parse(literal) : literal.slice(1, -1);
}
