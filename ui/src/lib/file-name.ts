/** A file name any system takes. */
export function fileName(title: string, extension: string, otherwise: string): string {
  const plain = title
    .replaceAll(/[<>:"/\\|?*\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${plain || otherwise}.${extension}`;
}
