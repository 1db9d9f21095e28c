/** What one language brings; `en/` and `fr/` hold the same files. */
export interface Language {
  /** ISO 639-1 */
  readonly code: 'en' | 'fr';
}
