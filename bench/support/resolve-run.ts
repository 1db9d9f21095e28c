import { resolveEvents } from '../../src/resolve/index.ts';
import { generatedReports } from './generated-reports.ts';

// Resolving so many generated reports, alone in its process: the number comes as argument.
const told = generatedReports(Number(process.argv[2]));
const before = process.cpuUsage();
const { events } = resolveEvents(told);
const { user, system } = process.cpuUsage(before);
const cpuSeconds = (user + system) / 1e6;
console.log(JSON.stringify({ events: events.length, cpuSeconds, peakMb: process.resourceUsage().maxRSS / 1024 }));
