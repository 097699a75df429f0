import { expect, test, vi } from 'vitest';
import type { Component } from 'svelte';
import type { Section } from '$lib/nav';
import { screenOf } from './sections';

const screen = (() => ({})) as unknown as Component;
const section = (id: string, load: Section['load']): Section => ({
  id,
  title: 'section-notes',
  icon: 'notes',
  load,
});

test('a screen is fetched when it is first asked for, and once', async () => {
  const load = vi.fn(() => Promise.resolve({ default: screen }));
  const one = section('once', load);
  expect(await screenOf(one)).toBe(screen);
  expect(await screenOf(one)).toBe(screen);
  expect(load).toHaveBeenCalledTimes(1);
});

test('one that could not be fetched is tried again', async () => {
  const load = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValue({ default: screen });
  const one = section('again', load);
  await expect(screenOf(one)).rejects.toThrow('gone');
  expect(await screenOf(one)).toBe(screen);
});
