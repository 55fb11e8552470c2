import { useEffect, useState } from 'preact/hooks';
import type { Names } from '../../server/places/schema.ts';
import type { ChangedSettlement } from '../../server/what-if/schema.ts';
import { nameOf, t } from '../i18n/index.ts';
import { service } from '../store/service.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { WhatIfView } from './address.ts';
import { ChangesList } from './changes-list.tsx';
import { ChangesMap } from './changes-map.tsx';
import type { Asked } from './desk.tsx';
import { Figures } from './figures.tsx';
import { Parts } from './parts.tsx';
import { fileAddress } from './service.ts';

const fileFormats = ['csv', 'xlsx', 'geojson'] as const;

interface Properties {
  answer: Asked;
  view: WhatIfView;
  isSupposing: boolean;
  change(changes: Partial<WhatIfView>): void;
}

/** What comes of what is supposed: figures, the map of differences, the parts of the country and the list. */
export function Answer({ answer: { result, isAsking, problem, retry }, view, isSupposing, change }: Properties) {
  const regionName = useRegionNames();
  if (problem !== null) return <ProblemNotice problem={problem} what="what-if.failed" retry={retry} />;
  if (result === null) {
    return (
      <div>
        <p class="visually-hidden" role="status">
          {t('what-if.asking')}
        </p>
        <div class="skeleton skeleton--tall" />
        <div class="skeleton skeleton--tall" />
      </div>
    );
  }
  const placeName = ({ regionCode }: ChangedSettlement) => regionName(regionCode);
  const { rows, parts, more } = result;
  return (
    <div class="what-if__answer" aria-busy={isAsking}>
      <Figures result={result} />
      {rows.length === 0 ? (
        <p class="empty">{t(isSupposing ? 'what-if.empty' : 'what-if.begin')}</p>
      ) : (
        <>
          <section class="panel" aria-labelledby="what-if-map">
            <h2 id="what-if-map">{t('what-if.map')}</h2>
            <ChangesMap rows={rows} />
          </section>
          <section class="panel" aria-labelledby="what-if-list">
            <h2 id="what-if-list">{t('what-if.list')}</h2>
            {more > 0 && <p>{t('what-if.more', { count: more })}</p>}
            <ChangesList {...{ rows, placeName }} />
            <div class="files panel__actions" role="group" aria-label={t('list.download')}>
              <span class="muted">{t('list.download')}</span>
              {fileFormats.map((format) => (
                <a key={format} class="button button--small" href={fileAddress(view, format)} download>
                  {format === 'geojson' ? 'GeoJSON' : format.toUpperCase()}
                </a>
              ))}
            </div>
          </section>
          <Parts parts={parts} region={view.region} open={(region) => change({ region })} />
        </>
      )}
    </div>
  );
}

/** The names of regions come after the list, which is of use without them. */
function useRegionNames(): (code: string) => string {
  const [names, setNames] = useState<ReadonlyMap<string, Names>>(new Map());
  useEffect(() => {
    service.regions().then(
      (regions) => setNames(new Map(regions.map((region) => [region.code, region.names]))),
      () => {},
    );
  }, []);
  return (code) => {
    const found = names.get(code);
    return found === undefined ? code : nameOf(found);
  };
}
