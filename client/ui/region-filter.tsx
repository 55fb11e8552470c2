import { useEffect, useState } from 'preact/hooks';
import type { Names } from '../../server/places/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { service } from '../store/service.ts';
import { Field } from './field.tsx';
import { Select } from './select.tsx';

interface Properties {
  region: string;
  change(region: string): void;
  /** What else can be chosen. */
  first?: readonly { value: string; label: string }[];
}

/** The choice of a region. The names come after the page, which is of use without them. */
export function RegionFilter({ region, change, first = [] }: Properties) {
  const [regions, setRegions] = useState<readonly { code: string; names: Names }[]>([]);
  useEffect(() => {
    service.regions().then(
      (found) => setRegions(found),
      () => {},
    );
  }, []);
  const options = [...first, ...regions.map(({ code, names }) => ({ value: code, label: nameOf(names) }))];
  const known = region === '' || options.some(({ value }) => value === region);
  return (
    <Field label={t('filter.region')}>
      {(id) => (
        <Select
          {...{ id, empty: t('filter.any'), value: region, change }}
          options={known ? options : [...options, { value: region, label: region }]}
        />
      )}
    </Field>
  );
}
