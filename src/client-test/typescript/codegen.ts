// codegen.ts
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['*.ts'],
  ignoreNoDocuments: false,
  generates: {
    'gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        importExtension: '.js',
        useTypeImports: true,
        strictScalars: true,
        scalars: { BigDecimal: 'number', BigInteger: 'number', DateTime: 'string', JSON: 'unknown' },
      },
    },
  },
};

export default config;
