/** A point on the Earth, WGS 84 degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Mean radius of the Earth in kilometres (IUGG, R1). */
const earthRadius = 6371.0088;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;
const wrapped = (longitude: number) => ((((longitude + 180) % 360) + 360) % 360) - 180;

/** Great-circle distance in kilometres by the haversine formula; up to 0.5 % off the ellipsoid. */
export function distanceKm(a: Point, b: Point): number {
  const dLat = radians(b.latitude - a.latitude);
  const dLon = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The point that lies `km` kilometres from `start` in direction `bearing` (degrees clockwise from north). */
export function pointAt(start: Point, km: number, bearing: number): Point {
  const angle = km / earthRadius;
  const latitude = radians(start.latitude);
  const end = Math.asin(
    Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(radians(bearing)),
  );
  const east = Math.atan2(
    Math.sin(radians(bearing)) * Math.sin(angle) * Math.cos(latitude),
    Math.cos(angle) - Math.sin(latitude) * Math.sin(end),
  );
  return { latitude: degrees(end), longitude: wrapped(start.longitude + degrees(east)) };
}

/** The point half-way between two points on the great circle. */
export function midpoint(a: Point, b: Point): Point {
  const dLon = radians(b.longitude - a.longitude);
  const latA = radians(a.latitude);
  const latB = radians(b.latitude);
  const x = Math.cos(latB) * Math.cos(dLon);
  const y = Math.cos(latB) * Math.sin(dLon);
  const latitude = Math.atan2(Math.sin(latA) + Math.sin(latB), Math.hypot(Math.cos(latA) + x, y));
  return {
    latitude: degrees(latitude),
    longitude: wrapped(a.longitude + degrees(Math.atan2(y, Math.cos(latA) + x))),
  };
}
