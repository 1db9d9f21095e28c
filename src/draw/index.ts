export { drawSvg } from './svg.ts';
export { drawTerminal } from './terminal.ts';
