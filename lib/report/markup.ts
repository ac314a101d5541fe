const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text within XML or HTML, also within an attribute. */
export function markup(text: string): string {
  return text.replace(/[&<>"]/g, character => entities[character] ?? character);
}
