import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isSecondSign, TOPIC_COLOURS, topicColours } from './topic-colours';

const tokens = readFileSync('src/app/tokens.css', 'utf8');

/** The values of a token: the light one first, then the dark ones. */
function values(name: string): string[] {
  return [...tokens.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map(([, value]) => value ?? '');
}

type Rgb = [number, number, number];

function linear(hex: string): Rgb {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** Oklab (Ottosson 2020) of linear sRGB. */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How eyes without one kind of cone see (Machado et al. 2009, severity 1). */
const EYES: Record<string, [Rgb, Rgb, Rgb]> = {
  trichromat: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

function seen(hex: string, eye: [Rgb, Rgb, Rgb]): Rgb {
  const [r, g, b] = linear(hex);
  const mix = ([x, y, z]: Rgb) => Math.min(1, Math.max(0, x * r + y * g + z * b));
  return oklab([mix(eye[0]), mix(eye[1]), mix(eye[2])]);
}

const distance = (a: Rgb, b: Rgb) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

describe.each([
  ['light', 0],
  ['dark', 1],
])('the colours of topics, %s', (_, theme) => {
  const paper = values('paper')[theme] ?? '';
  const colours = Array.from(
    { length: TOPIC_COLOURS },
    (_, colour) => values(`topic-${colour}`)[theme] ?? '',
  );

  test('stand out from the paper by 3 : 1', () => {
    for (const colour of colours) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(EYES))('are told apart by a %s where the sign is the same', (name, eye) => {
    const least = name === 'trichromat' ? 0.09 : 0.07;
    colours.forEach((colour, at) => {
      colours.forEach((other, beside) => {
        if (beside <= at || isSecondSign(at) !== isSecondSign(beside)) return;
        expect(
          distance(seen(colour, eye), seen(other, eye)),
          `${colour} and ${other}`,
        ).toBeGreaterThanOrEqual(least);
      });
    });
  });
});

test('the dark colours are the same by the system and by choice', () => {
  for (let colour = 0; colour < TOPIC_COLOURS; colour++) {
    const [, bySystem, byChoice] = values(`topic-${colour}`);
    expect(byChoice).toBe(bySystem);
  }
});

test('a topic has the colour of its heading, and a heading of the same colour has the other sign', () => {
  const tree = [
    { id: 10, parent: null, colour: 4 },
    { id: 11, parent: 10, colour: 0 },
    { id: 12, parent: 11, colour: 0 },
    { id: 20, parent: null, colour: 4 },
    { id: 30, parent: null, colour: 1 },
    { id: 40, parent: null, colour: 10 },
  ];
  const looks = topicColours(tree);
  expect([10, 11, 12].map((id) => looks.get(id))).toEqual([4, 4, 4]);
  expect([20, 30, 40].map((id) => looks.get(id))).toEqual([10, 1, 4]);
  expect(isSecondSign(10)).toBe(true);
});
