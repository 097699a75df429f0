// The formats a codebook is written in.
import type { PlainKey } from '$lib/i18n';
import type { CodebookFormatDto } from '$lib/ipc/generated/CodebookFormatDto';

interface Format {
  format: CodebookFormatDto;
  extension: string;
  label: PlainKey;
  text: PlainKey;
}

export const FORMATS: readonly [Format, ...Format[]] = [
  { format: 'skos-ttl', extension: 'ttl', label: 'codebook-skos-ttl', text: 'codebook-skos-ttl-text' },
  {
    format: 'skos-jsonld',
    extension: 'jsonld',
    label: 'codebook-skos-jsonld',
    text: 'codebook-skos-jsonld-text',
  },
  { format: 'skos-rdf', extension: 'rdf', label: 'codebook-skos-rdf', text: 'codebook-skos-rdf-text' },
  { format: 'qdc', extension: 'qdc', label: 'codebook-qdc', text: 'codebook-qdc-text' },
  { format: 'csv', extension: 'csv', label: 'codebook-csv', text: 'codebook-csv-text' },
  { format: 'toml', extension: 'toml', label: 'codebook-toml', text: 'codebook-toml-text' },
];

/** Endings a codebook's file may have. */
export const ENDINGS = [
  'ttl',
  'turtle',
  'nt',
  'jsonld',
  'json',
  'rdf',
  'xml',
  'owl',
  'skos',
  'csv',
  'tsv',
  'qdc',
  'toml',
];
