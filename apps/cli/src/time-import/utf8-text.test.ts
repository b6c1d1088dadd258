import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf8Text } from "./utf8-text.ts";

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.from(bytes);
  for (let at = 0; at < buffer.length; at += size) yield buffer.subarray(at, at + size);
}

async function textOf(bytes: Uint8Array, encoding?: string, size = 5): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of utf8Text(inPieces(bytes, size), encoding)) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

describe("what a file is written in", () => {
  test("UTF-8, with a byte-order mark or without", async () => {
    expect(await textOf(Buffer.from("Zoë €😀"))).toBe("Zoë €😀");
    expect(await textOf(Buffer.from("\ufeffUser,Zoë"))).toBe("User,Zoë");
  });
  test("UTF-16 with its mark, of either kind", async () => {
    expect(await textOf(Buffer.from("\ufeffUser,Zoë😀", "utf16le"))).toBe("User,Zoë😀");
    expect(await textOf(utf16be("\ufeffUser,Zoë😀"))).toBe("User,Zoë😀");
  });
  test("another encoding when it is stated", async () => {
    expect(await textOf(Buffer.from("Zo\u00eb", "latin1"), "windows-1252")).toBe("Zoë");
    expect(await textOf(Buffer.from("Zoë", "utf16le"), "utf-16le")).toBe("Zoë");
  });
  test("nothing at all", async () => {
    expect(await textOf(Buffer.alloc(0))).toBe("");
    expect(await textOf(Buffer.from("a"))).toBe("a");
    expect(await textOf(Buffer.from("\ufeff"))).toBe("");
  });
});

describe("what it is not is refused, never guessed", () => {
  test("Latin-1 is told with its place and what to do", async () => {
    const bytes = Buffer.concat([Buffer.from("User\nAnn\nZo€"), Buffer.from([0xeb, 0x0a])]);
    await expect(textOf(bytes, undefined, 100)).rejects.toThrow(
      "the file is not UTF-8: broken character on line 3 (byte 14); save it as UTF-8, or state its encoding, such as --encoding windows-1252",
    );
  });
  test("the place is the same wherever the file is cut into chunks", async () => {
    const bytes = Buffer.concat([Buffer.from("Zoë\n€€€\n"), Buffer.from([0xff]), Buffer.from("rest")]);
    for (let size = 1; size < bytes.length; size++)
      await expect(textOf(bytes, undefined, size)).rejects.toThrow("line 3 (byte 15)");
  });
  test("a character that the end cuts off", async () => {
    await expect(textOf(Buffer.from("Zoë").subarray(0, 3))).rejects.toThrow("line 1 (byte 2)");
  });
  test("UTF-16 without its mark", async () => {
    await expect(textOf(Buffer.from("User", "utf16le"))).rejects.toThrow("looks like UTF-16");
    await expect(textOf(utf16be("User"))).rejects.toThrow("looks like UTF-16");
  });
  test("broken UTF-16", async () => {
    const half = Buffer.concat([Buffer.from("\ufeffa\n", "utf16le"), Buffer.from([0x00, 0xd8, 0x41, 0x00])]);
    await expect(textOf(half)).rejects.toThrow("not utf-16le throughout");
  });
  test("an encoding nobody knows", async () => {
    await expect(textOf(Buffer.from("abcd"), "ebcdic")).rejects.toThrow('"ebcdic" is no encoding');
  });
});

test("any text comes through whole, wherever it is cut into chunks", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 9 }), async (text, size) => {
      fc.pre(!/^.?\0/u.test(text));
      expect(await textOf(Buffer.from(`x${text}`), undefined, size)).toBe(`x${text}`);
    }),
  );
});

test("bytes that are not UTF-8 never pass, wherever they are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 5 }),
      async (bytes, size) => {
        const all = Buffer.concat([Buffer.from("header\n"), bytes]);
        const strict = (() => {
          try {
            return new TextDecoder("utf-8", { fatal: true }).decode(all);
          } catch {
            return null;
          }
        })();
        if (strict === null) await expect(textOf(all, undefined, size)).rejects.toThrow("not UTF-8");
        else expect(await textOf(all, undefined, size)).toBe(strict);
      },
    ),
  );
});
