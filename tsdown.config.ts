import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { griot: 'src/cli/main.ts', 'coding-worker': 'src/coding-worker.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  outDir: 'dist',
  outExtensions: () => ({ js: '.js' }),
  dts: false,
  clean: true,
});
