import { useEffect, useState } from 'preact/hooks';
import type { Names } from '../../server/places/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { largestIn } from './service.ts';

interface Properties {
  /** `region:code`, `latitude/longitude`, or nothing yet. */
  team: string;
  number: number;
  regions: readonly { code: string; names: Names }[];
  change(team: string): void;
  remove: (() => void) | null;
}

const point = /^-?\d+(\.\d+)?\/-?\d+(\.\d+)?$/;

/** Where a team sets out: a place of a region, its largest first, or a point by its degrees. */
export function TeamField({ team, number, regions, change, remove }: Properties) {
  const [region, setRegion] = useState(team.includes(':') ? team.split(':')[0] : '');
  const [places, setPlaces] = useState<readonly { code: string; names: Names }[]>([]);
  const [isPoint, setPoint] = useState(team.includes('/'));
  const [north, east] = isPoint ? team.split('/') : ['', ''];
  const code = team.includes(':') ? team.split(':')[1] : '';

  useEffect(() => {
    let isWanted = true;
    if (region === '') setPlaces([]);
    else {
      largestIn(region).then(
        (rows) => isWanted && setPlaces(rows),
        () => {},
      );
    }
    return () => void (isWanted = false);
  }, [region]);

  const known = code === '' || places.some((place) => place.code === code);
  const options = places.map((place) => ({ value: place.code, label: nameOf(place.names) }));
  return (
    <fieldset class="team">
      <legend>{t('routes.team', { number })}</legend>
      <div class="fields fields--two">
        <Field label={t('routes.start')}>
          {(id) => (
            <Select
              {...{ id, value: isPoint ? 'point' : region, empty: t('routes.choose-region') }}
              options={[
                ...regions.map((one) => ({ value: one.code, label: nameOf(one.names) })),
                { value: 'point', label: t('routes.point') },
              ]}
              change={(value) => {
                setPoint(value === 'point');
                setRegion(value === 'point' ? '' : value);
                change('');
              }}
            />
          )}
        </Field>
        {isPoint ? (
          <PointFields {...{ north, east }} change={change} />
        ) : (
          <Field label={t('routes.place')}>
            {(id) => (
              <Select
                {...{ id, value: code, empty: t('routes.choose-place') }}
                options={known ? options : [...options, { value: code, label: code }]}
                change={(value) => change(value === '' ? '' : `${region}:${value}`)}
              />
            )}
          </Field>
        )}
      </div>
      {remove && (
        <button type="button" class="button button--small" onClick={remove}>
          {t('routes.remove-team', { number })}
        </button>
      )}
    </fieldset>
  );
}

/** A point is taken once both of its degrees are written. */
function PointFields({ north, east, change }: { north: string; east: string; change(team: string): void }) {
  const [latitude, setLatitude] = useState(north);
  const [longitude, setLongitude] = useState(east);
  const take = (one: string, other: string) => {
    const team = `${one}/${other}`;
    if (point.test(team)) change(team);
  };
  return (
    <>
      <Field label={t('routes.latitude')}>
        {(id) => (
          <input
            {...{ id, type: 'number', step: 'any', min: -90, max: 90, value: latitude }}
            onChange={({ currentTarget: { value } }) => (setLatitude(value), take(value, longitude))}
          />
        )}
      </Field>
      <Field label={t('routes.longitude')}>
        {(id) => (
          <input
            {...{ id, type: 'number', step: 'any', min: -180, max: 180, value: longitude }}
            onChange={({ currentTarget: { value } }) => (setLongitude(value), take(latitude, value))}
          />
        )}
      </Field>
    </>
  );
}
