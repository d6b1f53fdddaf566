/** The colours of one style: a role each. Every colour stands out from the background by at least 4.5 to 1. */
export interface Palette {
  readonly background: string;
  readonly text: string;
  readonly comment: string;
  readonly keyword: string;
  readonly type: string;
  readonly name: string;
  readonly function: string;
  readonly string: string;
  readonly escape: string;
  readonly number: string;
  readonly attribute: string;
  readonly punctuation: string;
  readonly error: string;
  readonly inserted: string;
  readonly deleted: string;
  /** Behind marked lines. */
  readonly mark: string;
}

interface Theme {
  readonly light: Palette;
  readonly dark: Palette;
}

/** The themes by name: `utterson` in ink and lamplight, `fog` with little colour, `contrast` with much. */
export const THEMES: Readonly<Record<string, Theme>> = {
  utterson: {
    light: {
      background: '#faf7f0',
      text: '#2b2a27',
      comment: '#6f6859',
      keyword: '#8a1c3b',
      type: '#0b5a6b',
      name: '#5a3b8c',
      function: '#1d4f9e',
      string: '#3f6212',
      escape: '#8f4a00',
      number: '#9a3b12',
      attribute: '#7a5200',
      punctuation: '#55514a',
      error: '#b3141c',
      inserted: '#1b6b2f',
      deleted: '#a8201a',
      mark: '#f1e8cf',
    },
    dark: {
      background: '#1c1b1f',
      text: '#e7e1d6',
      comment: '#9b9485',
      keyword: '#f08ca6',
      type: '#7fd0dc',
      name: '#c8aef2',
      function: '#8fb8f6',
      string: '#b5d17a',
      escape: '#f0b46b',
      number: '#f2a27e',
      attribute: '#dcc06a',
      punctuation: '#b9b3a8',
      error: '#ff8f8a',
      inserted: '#8fd6a0',
      deleted: '#ff9d94',
      mark: '#322f28',
    },
  },
  fog: {
    light: {
      background: '#f5f6f7',
      text: '#30363d',
      comment: '#66707a',
      keyword: '#24406b',
      type: '#3c5a63',
      name: '#4b4a6b',
      function: '#22577a',
      string: '#4d5b2a',
      escape: '#6b4f2a',
      number: '#6b3f4a',
      attribute: '#5a5230',
      punctuation: '#5b636c',
      error: '#a32020',
      inserted: '#2c6136',
      deleted: '#8f2d2d',
      mark: '#e6e9ec',
    },
    dark: {
      background: '#23272b',
      text: '#d5dadf',
      comment: '#98a2ac',
      keyword: '#a8c0e6',
      type: '#a5ccd4',
      name: '#c3c1e0',
      function: '#9fcbe3',
      string: '#c3cf9f',
      escape: '#dcbf98',
      number: '#dbb0b9',
      attribute: '#cfc69b',
      punctuation: '#aab3bb',
      error: '#f29b9b',
      inserted: '#a4d3ad',
      deleted: '#e6a8a8',
      mark: '#30363c',
    },
  },
  contrast: {
    light: {
      background: '#ffffff',
      text: '#000000',
      comment: '#4a4a4a',
      keyword: '#7a0045',
      type: '#00485c',
      name: '#3d0a85',
      function: '#00308f',
      string: '#1d4d00',
      escape: '#6b3300',
      number: '#7a2400',
      attribute: '#5c3d00',
      punctuation: '#222222',
      error: '#9c0000',
      inserted: '#004d1a',
      deleted: '#850000',
      mark: '#fff2b3',
    },
    dark: {
      background: '#000000',
      text: '#ffffff',
      comment: '#c0c0c0',
      keyword: '#ff9ecb',
      type: '#8ff0ff',
      name: '#d9bfff',
      function: '#a8cbff',
      string: '#c6f58a',
      escape: '#ffc880',
      number: '#ffb499',
      attribute: '#ffe180',
      punctuation: '#e6e6e6',
      error: '#ff9c9c',
      inserted: '#9cf2b0',
      deleted: '#ffa8a8',
      mark: '#3a3300',
    },
  },
};
