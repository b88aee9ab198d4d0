// The pages of evidence (evidence/).

/** What the picture of a chart says beside the chart itself; `csv` is a file of its numbers. */
interface ChartFacts {
  name: string;
  title: string;
  notes: string[];
  save: string;
  address: string;
  csv: { href: string; words: string } | null;
}
