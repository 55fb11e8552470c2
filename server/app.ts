import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { companies, deputies, everyRole, only, overseers, parties, planners } from './accounts/access.ts';
import { openIdLimit, openIdRoutes } from './accounts/openid.ts';
import type { OpenIdSettings } from './accounts/openid-provider.ts';
import { accountRoutes, signInLimits } from './accounts/routes.ts';
import { sessions } from './accounts/session.ts';
import { assignmentRoutes } from './assignments/routes.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import type { AttachmentStore } from './attachments/store.ts';
import type { ChangeFeed } from './changes/feed.ts';
import { challengeRoutes } from './challenges/routes.ts';
import { changeRequestRoutes } from './change-requests/routes.ts';
import { changeRoutes } from './changes/routes.ts';
import { beginningPaths, type ClientFiles, serveAssets, servePage } from './client-files.ts';
import { commitmentRoutes } from './commitments/routes.ts';
import { constructionRoutes } from './construction/routes.ts';
import { CountryReader } from './country/columns.ts';
import { contradictionRoutes } from './contradictions/routes.ts';
import { countryRoutes } from './country/routes.ts';
import { TableReader } from './country/table/reader.ts';
import { coverageRoutes } from './coverage/routes.ts';
import type { Database } from './database/database.ts';
import { documentation } from './documentation.ts';
import { serve } from './http/endpoint.ts';
import { answerProblem, noRoute, Problem } from './http/problem.ts';
import { logRequests, sameOriginOnly } from './http/requests.ts';
import { HeldFiles } from './imports/held-files.ts';
import { noticeRoutes } from './notices/routes.ts';
import { inquiryRoutes } from './inquiries/routes.ts';
import { inspectionRouteRoutes } from './inspection-routes/routes.ts';
import { importRoutes } from './imports/routes.ts';
import type { Route } from './openapi.ts';
import { operatorRoutes } from './operators/routes.ts';
import { planningRoutes } from './planning/routes.ts';
import { type BaseMap, programmeRoutes } from './programmes/routes.ts';
import { KnownReader } from './reports/reader.ts';
import { reportRoutes } from './reports/routes.ts';
import { ShareLinks } from './sharing/links.ts';
import { sharingRoutes } from './sharing/routes.ts';
import { scheduleRoutes } from './schedules/routes.ts';
import { tileRoutes, type Tiles } from './tiles/routes.ts';
import { readAhead } from './what-if/ask.ts';
import { MembersReader } from './what-if/members.ts';
import { whatIfRoutes } from './what-if/routes.ts';

export interface Service {
  database: Database;
  feed: ChangeFeed;
  log: Logger;
  client: ClientFiles;
  /** Where uploaded files are held. */
  dataDirectory: string;
  /** Where the bytes of attachments lie. */
  attachments: AttachmentStore;
  baseMap: BaseMap | null;
  /** Notices go by mail too. */
  sendsMail: boolean;
  /** The service by which people sign in beside their passwords; null is none. */
  openId: OpenIdSettings | null;
  /** A country of more settlements than this is shown by tiles; where it is not said, as the product has it. */
  wholeUpTo?: number;
  /** Memory for tiles that were made, in bytes; where it is not said, as the product has it. */
  keptTileBytes?: number;
  /** What takes long at first is read ahead, in the background. */
  readsAhead?: boolean;
  /** The date, `2026-11-22`, by the installation's clock. */
  today(): string;
  version: string;
}

/** Every route of the API: how, where, for whom, and what. */
export function routesOf(service: Service, table: TableReader, members: MembersReader, tiles: Tiles): Route[] {
  const { database, feed, baseMap, dataDirectory, attachments: store, today, sendsMail, openId, wholeUpTo } = service;
  const accounts = accountRoutes(database);
  const byOpenId = openIdRoutes(database, openId);
  const programmes = programmeRoutes(database, baseMap, openId?.name ?? null, today);
  const country = countryRoutes(database, new CountryReader(database), table, today, wholeUpTo);
  const operators = operatorRoutes(database);
  const coverage = coverageRoutes(database, today);
  const assignments = assignmentRoutes(database, today);
  const schedules = scheduleRoutes(database, today);
  const changeRequests = changeRequestRoutes(database, today);
  const contradictions = contradictionRoutes(database);
  const inquiries = inquiryRoutes(database, today);
  const challenges = challengeRoutes(database, today);
  const known = new KnownReader(database, today);
  const reports = reportRoutes(database, known, today);
  const sharing = sharingRoutes(database, known, new ShareLinks(database, today), tiles);
  const attachments = attachmentRoutes(database, store, today);
  const commitments = commitmentRoutes(database, today);
  const construction = constructionRoutes(database, today);
  const inspectionRoutes = inspectionRouteRoutes(database, today);
  const whatIf = whatIfRoutes(database, members, today);
  const notices = noticeRoutes(database, sendsMail);
  const changes = changeRoutes(database, feed);
  const planning = planningRoutes(database, today);
  const imports = importRoutes(database, new HeldFiles(join(dataDirectory, 'uploads')), today);

  return [
    ['get', '/api/installation', 'anyone', programmes.installation],
    ['post', '/api/session', 'anyone', accounts.signIn, ...signInLimits],
    ['get', '/api/session', everyRole, accounts.whoAmI],
    ['delete', '/api/session', everyRole, accounts.signOut],
    ['get', '/api/session/openid', 'anyone', byOpenId.begin, openIdLimit],
    ['get', '/api/session/openid/callback', 'anyone', byOpenId.finish],

    ['get', '/api/country', everyRole, country.columns],
    ['get', '/api/country/names/:language', everyRole, country.names],
    ['get', '/api/country/names/:language/others', everyRole, country.otherNames],
    ['get', '/api/country/live', everyRole, country.live],
    ['post', '/api/country/rows', everyRole, country.rows],
    ['get', '/api/country/boundaries', everyRole, country.boundaries],
    ['get', '/api/settlements', everyRole, country.list],
    ['get', '/api/settlements/summary', everyRole, country.summary],
    ['get', '/api/settlements/keys', everyRole, country.keys],
    ['get', '/api/settlements/nearest', everyRole, country.nearest],
    ['post', '/api/settlements/within', everyRole, country.within],
    ['get', '/api/settlements/:regionCode/:code', everyRole, country.detail],
    ['patch', '/api/settlements/:regionCode/:code', planners, country.editPopulation],
    ['get', '/api/exports/settlements.:format', everyRole, country.export],
    ['get', '/api/tiles.json', everyRole, tiles.description],
    ['get', '/api/style.json', everyRole, tiles.style],
    ['get', '/api/tiles/:z/:x/:y.mvt', everyRole, tiles.tile],

    ['get', '/api/programme', everyRole, programmes.programme],
    ['get', '/api/operators', everyRole, operators.list],
    ['patch', '/api/operators/:code', planners, operators.edit],
    ['post', '/api/evidence', planners, coverage.add],
    ['get', '/api/evidence/:id', planners, coverage.find],
    ['put', '/api/evidence/:id', planners, coverage.change],
    ['delete', '/api/evidence/:id', planners, coverage.remove],

    ['post', '/api/assignments', planners, assignments.assign],
    ['get', '/api/assignments/finishing', planners, assignments.finishing],
    ['patch', '/api/assignments', planners, assignments.amend],
    ['post', '/api/assignments/withdrawals', planners, assignments.withdraw],
    ['post', '/api/assignments/steps', parties, assignments.step],
    ['get', '/api/commitments', everyRole, commitments.list],
    ['get', '/api/calendar-feed', companies, commitments.calendarFeed],
    ['post', '/api/calendar-feed', companies, commitments.openCalendar],
    ['delete', '/api/calendar-feed', companies, commitments.closeCalendar],
    ['get', '/api/calendar/:token.ics', 'anyone', commitments.calendar],
    ['put', '/api/attachments/:id', everyRole, attachments.put],
    ['get', '/api/attachments/:id', everyRole, attachments.get],
    ['get', '/api/attachments/:id/thumbnail', everyRole, attachments.thumbnail],
    ['get', '/api/progress/:regionCode/:code/:number', everyRole, construction.progress],
    ['post', '/api/progress-reports', parties, construction.report],
    ['post', '/api/blockers/decisions', planners, construction.decideBlocker],
    ['post', '/api/inspections', planners, construction.inspect],
    ['get', '/api/inspections/routes', planners, inspectionRoutes.plan],
    ['get', '/api/exports/inspection-routes.:format', planners, inspectionRoutes.export],
    ['get', '/api/schedules', everyRole, schedules.list],
    ['get', '/api/schedules/unanswered', everyRole, schedules.unanswered],
    ['post', '/api/schedules/:operatorCode/versions', planners, schedules.send],
    ['post', '/api/schedules/:operatorCode/approval', planners, schedules.approve],
    ['get', '/api/schedules/:operatorCode/baselines/:version', everyRole, schedules.baseline],
    ['get', '/api/schedules/:operatorCode/comparison', everyRole, schedules.compare],
    ['get', '/api/schedules/:operatorCode/document.:format', everyRole, schedules.document],
    ['get', '/api/change-requests', everyRole, changeRequests.list],
    ['post', '/api/change-requests', parties, changeRequests.ask],
    ['post', '/api/change-requests/decisions', planners, changeRequests.decide],
    ['get', '/api/approval-clock', everyRole, schedules.clock],
    ['put', '/api/approval-clock', planners, schedules.setClock],
    ['get', '/api/signing-key', 'anyone', schedules.publicKey],
    ['post', '/api/actions/:actionId/undo', planners, assignments.undo],
    ['get', '/api/actions', planners, changes.history],
    ['get', '/api/live', everyRole, changes.live],

    ['get', '/api/reports/coverage', everyRole, reports.coverage],
    ['get', '/api/reports/curve', everyRole, reports.curve],
    ['get', '/api/reports/overdue', everyRole, reports.overdue],
    ['get', '/api/reports/changes', overseers, reports.changes],
    ['get', '/api/reports/settlements', overseers, reports.settlements],
    ['get', '/api/exports/coverage.:format', overseers, reports.exportCoverage],
    ['get', '/api/exports/overdue.:format', overseers, reports.exportOverdue],
    ['get', '/api/exports/known-settlements.:format', overseers, reports.exportSettlements],

    ['get', '/api/contradictions', everyRole, contradictions.list],
    ['get', '/api/contradictions/unclaimed', overseers, contradictions.unclaimed],
    ['get', '/api/exports/contradictions.:format', everyRole, contradictions.exportList],
    ['get', '/api/exports/unclaimed.:format', overseers, contradictions.exportUnclaimed],

    ['get', '/api/what-if', overseers, whatIf.ask],
    ['get', '/api/what-if/choices', overseers, whatIf.choices],
    ['get', '/api/exports/what-if.:format', overseers, whatIf.export],
    ['get', '/api/what-ifs', overseers, whatIf.list],
    ['post', '/api/what-ifs', overseers, whatIf.save],
    ['get', '/api/what-ifs/:id', overseers, whatIf.find],
    ['delete', '/api/what-ifs/:id', overseers, whatIf.discard],

    ['get', '/api/inquiries', everyRole, inquiries.list],
    ['post', '/api/inquiries', deputies, inquiries.ask],
    ['get', '/api/inquiries/:regionCode/:number', everyRole, inquiries.find],
    ['post', '/api/inquiries/:regionCode/:number/answers', parties, inquiries.answer],
    ['post', '/api/inquiries/:regionCode/:number/outcome', deputies, inquiries.conclude],
    ['get', '/api/inquiries/:regionCode/:number/document.pdf', everyRole, inquiries.print],

    ['get', '/api/challenges', everyRole, challenges.list],
    ['post', '/api/challenges', overseers, challenges.raise],
    ['get', '/api/challenges/:regionCode/:number', everyRole, challenges.find],
    ['post', '/api/challenges/:regionCode/:number/rebuttal', companies, challenges.rebut],
    ['post', '/api/challenges/:regionCode/:number/retraction', overseers, challenges.retract],
    ['post', '/api/challenges/:regionCode/:number/decision', planners, challenges.decide],
    ['post', '/api/challenges/:regionCode/:number/reversal', planners, challenges.reverse],
    ['get', '/api/challenges/:regionCode/:number/document.pdf', everyRole, challenges.print],
    ['get', '/api/challenge-clock', everyRole, challenges.clock],
    ['put', '/api/challenge-clock', planners, challenges.setClock],

    ['get', '/api/notices', everyRole, notices.list],
    ['get', '/api/notices/unread', everyRole, notices.unread],
    ['post', '/api/notices/read', everyRole, notices.read],
    ['get', '/api/account', everyRole, notices.account],
    ['patch', '/api/account', everyRole, notices.changeAccount],
    ['get', '/api/unsubscribe/:token', 'anyone', notices.askToLeave],
    ['post', '/api/unsubscribe/:token', 'anyone', notices.leave],

    ['get', '/api/share-links', overseers, sharing.list],
    ['post', '/api/share-links', overseers, sharing.share],
    ['delete', '/api/share-links/:id', overseers, sharing.revoke],
    ['get', '/api/shared/:token', 'anyone', sharing.view],
    ['get', '/api/shared/:token/coverage', 'anyone', sharing.coverage],
    ['get', '/api/shared/:token/curve', 'anyone', sharing.curve],
    ['get', '/api/shared/:token/overdue', 'anyone', sharing.overdue],
    ['get', '/api/shared/:token/settlements', 'anyone', sharing.settlements],
    ['get', '/api/shared/:token/boundaries', 'anyone', sharing.boundaries],
    ['get', '/api/shared/:token/tiles.json', 'anyone', sharing.tileDescription],
    ['get', '/api/shared/:token/style.json', 'anyone', sharing.tileStyle],
    ['get', '/api/shared/:token/tiles/:z/:x/:y.mvt', 'anyone', sharing.tile],

    ['get', '/api/planning/parameters', planners, planning.parameters],
    ['put', '/api/planning/parameters/:code', planners, planning.setParameter],
    ['get', '/api/planning/pins', planners, planning.pins],
    ['put', '/api/planning/pins', planners, planning.pin],
    ['post', '/api/planning/pins/removals', planners, planning.unpin],
    ['post', '/api/planning/pins/undo', planners, planning.undoPins],
    ['get', '/api/planning/network', planners, planning.network],
    ['post', '/api/planning/outlook', planners, planning.outlook],
    ['get', '/api/planning/scenarios', planners, planning.list],
    ['post', '/api/planning/scenarios', planners, planning.ask],
    ['get', '/api/planning/scenarios/:id', planners, planning.find],
    ['delete', '/api/planning/scenarios/:id', planners, planning.remove],
    ['post', '/api/planning/scenarios/:id/cancellation', planners, planning.cancel],
    ['get', '/api/planning/scenarios/:id/rows', planners, planning.rows],
    ['get', '/api/planning/scenarios/:id/settlements/:regionCode/:code', planners, planning.why],
    ['post', '/api/planning/scenarios/:id/questions', planners, planning.question],
    ['post', '/api/planning/scenarios/:id/assignments', planners, planning.adopt],
    ['get', '/api/planning/comparison', planners, planning.compare],

    ['get', '/api/imports', planners, imports.list],
    ['post', '/api/imports', planners, imports.upload],
    ['post', '/api/imports/:id/load', planners, imports.load],
    ['delete', '/api/imports/:id', planners, imports.discard],
    ['get', '/api/imports/:id/rejects', planners, imports.rejects],
  ];
}

/** The whole service: an Express application, and ahead of it the tiles that need no more than memory. */
export async function createApp(service: Service): Promise<RequestListener> {
  const { database, feed, log, client, baseMap, today } = service;
  const table = new TableReader(database, feed, today);
  const tiles = tileRoutes(table, service.keptTileBytes);
  const members = new MembersReader(database, table);
  const routes = routesOf(service, table, members, tiles);
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');

  app.use(logRequests(log));
  app.use(serveAssets(client));
  app.use(helmet({ contentSecurityPolicy: { directives: contentPolicy(baseMap) }, strictTransportSecurity: false }));
  app.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/ready', async (_request, response) => {
    await database.query('select 1').catch(() => {
      throw new Problem(503, 'Not ready', 'The database does not answer.');
    });
    response.json({ status: 'ready' });
  });
  app.use(
    compression({
      // A step above what is usual: seven bytes in a hundred less, for half a millisecond.
      brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
      filter: (request, response) => request.path !== '/api/live' && compression.filter(request, response),
    }),
  );
  app.use(documentation(routes, service.version));
  const session = await sessions(database, log, feed.closing);
  app.use('/api', sameOriginOnly, session, express.json({ limit: '4mb' }));
  for (const [method, path, access, endpoint, ...before] of routes) {
    app[method](path, ...before, only(access), serve(endpoint));
  }
  app.use('/api', noRoute);
  // The page comes though nobody can be told from it who asks.
  app.get(beginningPaths, (request, response, next) => session(request, response, () => next()));
  app.use(servePage(client));
  app.use(noRoute);
  app.use(answerProblem);
  if (service.readsAhead) {
    readAhead(database, members, today).catch((error) => {
      if (!feed.closing.aborted) log.warn({ error: String(error) }, 'nothing was read ahead');
    });
  }
  return (request, response) => {
    if (!tiles.answerAtOnce(request, response)) app(request, response);
  };
}

/** Nothing is loaded from elsewhere but the tiles of a base map that the installation names. */
function contentPolicy(baseMap: BaseMap | null) {
  const tiles = baseMap === null ? [] : [new URL(baseMap.url.replaceAll(/[{}]/g, '')).origin.replace('//s.', '//*.')];
  return {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:', ...tiles],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    upgradeInsecureRequests: null,
  };
}
