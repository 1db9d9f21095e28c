/** Colours and type of every figure. Data in the colours of Okabe & Ito 2008, which colour-blind readers can tell apart. */
export const look = {
  paper: '#fbfaf8',
  ink: '#1c1b19',
  quiet: '#6b6862',
  hairline: '#d9d5cd',
  data: '#0072b2',
  fitted: '#d55e00',
  font: '"Source Sans 3", Inter, "Helvetica Neue", Arial, sans-serif',
  /** CSS pixels. */
  size: { title: 18, text: 13, small: 11 },
} as const;
