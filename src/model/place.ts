/** exact: the named place; near: within about 25 km; admin2, admin1, country: somewhere in it; region: wider than a country. */
export type PlacePrecision = 'exact' | 'near' | 'admin2' | 'admin1' | 'country' | 'region';

/** A place as a source names it, and where it is as far as that could be told. */
export interface Place {
  /** Verbatim. */
  readonly text: string;
  /** Usual name; null: named in the text, not found in the gazetteer. */
  readonly name: string | null;
  readonly admin1: string | null;
  /** ISO 3166-1 alpha-3 codes; several for a region wider than a country, none when not known. */
  readonly countries: readonly string[];
  readonly precision: PlacePrecision | null;
  /** WGS 84 degrees; null when only an area is known. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}
