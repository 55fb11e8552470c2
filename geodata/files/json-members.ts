import { FileError } from './file-error.ts';
import { limits } from './limits.ts';

/** A piece of the text of a JSON object, cut out whole. */
export interface Piece {
  /** The member of the outermost object that it is, or, of an array, that it is an element of. */
  member: string;
  element: boolean;
  text: string;
  /** The line on which it begins, from 1. */
  line: number;
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket, comma, colon, lineFeed] = [
  ...'"\\{}[],:\n',
].map((character) => character.charCodeAt(0));
const isSpace = (code: number) => code === 32 || (code >= 9 && code <= 13);

/**
 * Cuts a stream of JSON text into the members of its outermost object, and the
 * array `arrayMember` into its elements, holding one piece at a time. A file
 * larger than memory is read so, and each piece has its line: a general
 * tokeniser tells neither, and takes ten times as long.
 * Throws FileError where the text ends early or is not a JSON object.
 */
export async function* jsonMembers(text: AsyncIterable<string>, arrayMember: string): AsyncGenerator<Piece> {
  let line = 1;
  let depth = 0;
  /** The depth at which pieces begin: 1 for members, 2 inside the array. */
  let level = 1;
  let inString = false;
  let escaped = false;
  let member: string | null = null;
  let awaitingValue = false;
  let held: string[] = [];
  let heldLength = 0;
  let pieceLine = 0;
  let inPiece = false;
  let ended = false;

  for await (const chunk of text) {
    let start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk.charCodeAt(at);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === backslash) escaped = true;
        else if (code === quote) inString = false;
        else if (code === lineFeed) line += 1;
        continue;
      }
      if (code === lineFeed) line += 1;
      if (isSpace(code)) continue;
      if (depth === 0) {
        if (ended) throw new FileError('text follows the end of the JSON object', { fault: 'bad-json', line });
        if (code !== openBrace)
          throw new FileError('This is not a GeoJSON FeatureCollection: it does not begin with "{".', {
            fault: 'other-form',
            line,
          });
        depth = 1;
        continue;
      }
      const closes = code === closeBrace || code === closeBracket;
      const atLevel = depth === level;
      if (atLevel && (code === comma || closes)) {
        if (inPiece) {
          held.push(chunk.slice(start, at));
          const whole = held.join('').trim();
          held = [];
          heldLength = 0;
          inPiece = false;
          if (level === 2) yield { member: arrayMember, element: true, text: whole, line: pieceLine };
          else {
            yield { member: member!, element: false, text: whole, line: pieceLine };
            member = null;
            awaitingValue = false;
          }
        }
        if (closes) {
          depth -= 1;
          if (level === 2) {
            level = 1;
            member = null;
            awaitingValue = false;
          } else ended = true;
        }
        continue;
      }
      if (atLevel && level === 1 && code === colon && inPiece && !awaitingValue) {
        held.push(chunk.slice(start, at));
        member = parse(held.join(''), pieceLine) as string;
        held = [];
        heldLength = 0;
        inPiece = false;
        awaitingValue = true;
        continue;
      }
      if (atLevel && level === 1 && awaitingValue && member === arrayMember && code === openBracket && !inPiece) {
        depth = 2;
        level = 2;
        continue;
      }
      if (!inPiece) {
        inPiece = true;
        pieceLine = line;
        start = at;
      }
      if (code === quote) inString = true;
      else if (code === openBrace || code === openBracket) depth += 1;
      else if (closes) depth -= 1;
    }
    if (inPiece) {
      held.push(chunk.slice(start));
      heldLength += chunk.length - start;
      if (heldLength > limits.featureCharacters)
        throw new FileError(
          `the piece that begins here is longer than ${limits.featureCharacters} characters. Split it into parts.`,
          { fault: 'too-large', line: pieceLine },
        );
    }
  }
  if (!ended)
    throw new FileError(
      inPiece
        ? `the file ends in the middle of what begins on line ${pieceLine}: it is cut short. Copy it again.`
        : 'the file ends before the JSON object is closed: it is cut short. Copy it again.',
      { fault: 'cut-short', line },
    );
}

/** Parses one piece. Throws FileError with its line. */
export function parse(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileError(`not valid JSON (${(error as Error).message})`, { fault: 'bad-json', line });
  }
}
