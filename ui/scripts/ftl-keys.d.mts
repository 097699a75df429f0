export function keysSource(ftl: string): string;
