import { build } from 'tsdown';

/** Builds `dist/` from the source as it stands, so that the tests of the command run what users run. */
export async function setup(): Promise<void> {
  await build({ logLevel: 'warn' });
}
