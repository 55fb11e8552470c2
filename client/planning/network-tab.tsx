import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { feature } from 'topojson-client';
import type { Network } from '../../server/network/schema.ts';
import type { PlanTechnology } from '../../server/planning/parameters/schema.ts';
import type { PlanRow } from '../../server/planning/plans/schema.ts';
import { number, quarter, t } from '../i18n/index.ts';
import { addressOf } from '../deputy/service.ts';
import type { BoundaryTopology } from '../deputy/service.ts';
import { readView as readCoverage } from '../deputy/address.ts';
import { request } from '../store/request.ts';
import type { Boundaries } from '../store/service.ts';
import { Icon } from '../ui/icon.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { goTo, noFilters, view } from './address.ts';
import { FigureTable } from './figure-table.tsx';
import { FilterForm } from './filter-form.tsx';
import type { WholePlan } from './finished-plan.tsx';
import { places } from './known.ts';
import { isShown } from './matching.ts';
import { strokes } from './network-layer.ts';
import { mountNetwork, type NetworkMap } from './network-map.ts';
import { type NetworkScene, sceneOf } from './network-scene.ts';
import { useReading } from './reading.ts';
import { planningService } from './service.ts';
import { technologyName } from './words.ts';

const technologies = ['fibre', 'fixed-wireless', '4g', 'satellite'] as const;
const noNetwork: Network = { nodes: [], spans: [] };

async function outlines(): Promise<Boundaries> {
  const topology = await request<BoundaryTopology>(
    'GET',
    addressOf.boundaries(readCoverage('', { region: '', district: '' })),
  );
  const { regions } = topology.objects;
  return {
    regions: feature(topology, regions) as Boundaries['regions'],
    districts: { type: 'FeatureCollection', features: [] },
  };
}

/** The network of the plan on the map, quarter by quarter, and the same as a list. */
export function NetworkTab({ plan }: { plan: WholePlan }) {
  const { region, operator, technology, quarter: until } = view.value;
  const network = useReading('network', () => planningService.network(''));
  const boundaries = useReading('boundaries', outlines);
  const shown = useMemo(
    () =>
      plan.rows.filter((row) =>
        isShown({ row, key: '', isPinned: false, text: '' }, { ...noFilters, region, operator, technology }),
      ),
    [plan.rows, region, operator, technology],
  );
  const known = places.value;
  const scene = useMemo(
    () => sceneOf(shown, known, network.value ?? noNetwork, until),
    [shown, known, network.value, until],
  );
  return (
    <section class="panel">
      <h3>{t('network.title')}</h3>
      <FilterForm plan={plan} isMap />
      <QuarterSlider plan={plan} />
      {boundaries.problem !== null && (
        <ProblemNotice problem={boundaries.problem} what="network.no-boundaries" retry={boundaries.again} />
      )}
      {network.problem !== null && (
        <ProblemNotice problem={network.problem} what="network.failed" retry={network.again} />
      )}
      <Ground scene={scene} boundaries={boundaries.value} />
      <Legend />
      <ByQuarter plan={plan} rows={shown} />
    </section>
  );
}

/** Up to the end of which quarter the network is shown. */
function QuarterSlider({ plan: { summary } }: { plan: WholePlan }) {
  const quarters = summary.byQuarter.map((at) => at.quarter);
  const { quarter: until } = view.value;
  const at = until === '' ? quarters.length - 1 : Math.max(0, quarters.indexOf(until));
  const go = (index: number) => {
    const next = quarters[Math.min(Math.max(index, 0), quarters.length - 1)];
    goTo({ quarter: next });
  };
  if (quarters.length === 0) return null;
  return (
    <div class="quarter-slider">
      <label for="until">{t('network.until')}</label>
      <button
        type="button"
        class="button button--icon"
        aria-label={t('network.earlier')}
        disabled={at === 0}
        onClick={() => go(at - 1)}
      >
        <Icon name="minus" />
      </button>
      <input
        id="until"
        type="range"
        min={0}
        max={quarters.length - 1}
        value={at}
        aria-valuetext={quarter(quarters[at])}
        onInput={({ currentTarget }) => go(Number(currentTarget.value))}
      />
      <button
        type="button"
        class="button button--icon"
        aria-label={t('network.later')}
        disabled={at === quarters.length - 1}
        onClick={() => go(at + 1)}
      >
        <Icon name="plus" />
      </button>
      <output for="until">{quarter(quarters[at])}</output>
    </div>
  );
}

function Ground({ scene, boundaries }: { scene: NetworkScene; boundaries: Boundaries | null }) {
  const ground = useRef<HTMLDivElement>(null);
  const map = useRef<NetworkMap | null>(null);
  const shownScene = useRef(signal<NetworkScene | null>(null)).current;
  const shownBoundaries = useRef(signal<Boundaries | null>(null)).current;
  useEffect(() => {
    map.current = mountNetwork(ground.current!, shownScene, shownBoundaries);
    return () => map.current?.stop();
  }, []);
  useEffect(() => void (shownScene.value = scene), [scene]);
  useEffect(() => void (shownBoundaries.value = boundaries), [boundaries]);
  return (
    <div class="network">
      <div
        ref={ground}
        class="map__ground"
        tabIndex={0}
        role="application"
        aria-label={t('network.label')}
        aria-describedby="network-keys"
      />
      <p id="network-keys" class="visually-hidden">
        {t('network.keys')}
      </p>
      <div class="tools">
        <div class="tools__group">
          <button
            type="button"
            class="button button--icon"
            aria-label={t('map.zoom-in')}
            onClick={() => map.current?.zoomBy(1)}
          >
            <Icon name="plus" />
          </button>
          <button
            type="button"
            class="button button--icon"
            aria-label={t('map.zoom-out')}
            onClick={() => map.current?.zoomBy(-1)}
          >
            <Icon name="minus" />
          </button>
        </div>
      </div>
    </div>
  );
}

const lineClass = (technology: PlanTechnology) => `network-line network-line--${technology}`;

function Legend() {
  return (
    <ul class="curve-legend network-legend">
      {technologies.map((technology) => (
        <li key={technology}>
          <svg viewBox="0 0 40 10" aria-hidden="true">
            <path class={lineClass(technology)} d="M1 5H39" stroke-dasharray={strokes[technology].dashes.join(' ')} />
          </svg>
          {technologyName(technology)}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 20 10" aria-hidden="true">
          <rect class="network-node" x="6" y="1" width="8" height="8" />
        </svg>
        {t('network.node')}
      </li>
      <li>
        <svg viewBox="0 0 20 10" aria-hidden="true">
          <circle class="network-waits" cx="10" cy="5" r="3.5" />
        </svg>
        {t('network.waits')}
      </li>
      <li>
        <svg viewBox="0 0 20 10" aria-hidden="true">
          <path class="network-left" d="M6 1l8 8M14 1l-8 8" />
        </svg>
        {t('plan-row.unserved')}
      </li>
    </ul>
  );
}

/** What the map shows, as a list: links that are finished in each quarter, by technology. */
function ByQuarter({ plan: { summary, scenario }, rows }: { plan: WholePlan; rows: readonly PlanRow[] }) {
  const count = (at: string, technology: PlanTechnology) =>
    rows.filter((row) => row.finishQuarter === at && row.technology === technology).length;
  const { region, operator, technology: one } = view.value;
  return (
    <details class="more">
      <summary>{t('network.list')}</summary>
      <FigureTable
        head={t('residents.quarter')}
        columns={technologies.map(technologyName)}
        rows={summary.byQuarter.map((at) => ({
          name: quarter(at.quarter),
          to: { scenario: scenario.id, tab: 'settlements', region, operator, technology: one, quarter: at.quarter },
          cells: technologies.map((technology) => number(count(at.quarter, technology))),
        }))}
      />
    </details>
  );
}
