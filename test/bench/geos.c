/*
 * Which of the given points lie in none of the given polygons, by GEOS: a tree of points, prepared polygons.
 *
 *   geos PROBLEM ANSWER
 *
 * PROBLEM: uint32 points, uint32 polygons; double x, y of each point; of each polygon uint32 vertices (one ring, closed)
 * and its double x, y. ANSWER: uint32 index of each uncovered point. Prints the version and milliseconds of processor:
 * with nothing but geometries (tree built, polygons prepared) of the first run and the median of RUNS, and the median
 * with tree and prepared polygons kept.
 *
 * Declared here, so that the library is enough and its headers need not be installed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define RUNS 5

typedef struct Geometry Geometry;
typedef struct Prepared Prepared;
typedef struct Sequence Sequence;
typedef struct Tree Tree;
typedef void *Context;

Context GEOS_init_r(void);
const char *GEOSversion(void);
Sequence *GEOSCoordSeq_copyFromBuffer_r(Context, const double *, unsigned, int, int);
Geometry *GEOSGeom_createPointFromXY_r(Context, double, double);
Geometry *GEOSGeom_createLinearRing_r(Context, Sequence *);
Geometry *GEOSGeom_createPolygon_r(Context, Geometry *, Geometry **, unsigned);
const Prepared *GEOSPrepare_r(Context, const Geometry *);
void GEOSPreparedGeom_destroy_r(Context, const Prepared *);
char GEOSPreparedIntersects_r(Context, const Prepared *, const Geometry *);
Tree *GEOSSTRtree_create_r(Context, size_t);
void GEOSSTRtree_insert_r(Context, Tree *, const Geometry *, void *);
void GEOSSTRtree_query_r(Context, Tree *, const Geometry *, void (*)(void *, void *), void *);
void GEOSSTRtree_destroy_r(Context, Tree *);

static Context context;
static unsigned points, polygons;
static Geometry **point, **polygon;
static unsigned char *covered;
static const Prepared *asked;

static void *need(size_t size) {
  void *memory = malloc(size);
  if (!memory) exit(1);
  return memory;
}

static void read_all(void *into, size_t size, FILE *file) {
  if (fread(into, 1, size, file) != size) exit(1);
}

static void read_problem(const char *name) {
  FILE *file = fopen(name, "rb");
  if (!file) exit(1);
  read_all(&points, 4, file);
  read_all(&polygons, 4, file);
  point = need(points * sizeof *point);
  polygon = need(polygons * sizeof *polygon);
  for (unsigned i = 0; i < points; i++) {
    double at[2];
    read_all(at, 16, file);
    point[i] = GEOSGeom_createPointFromXY_r(context, at[0], at[1]);
  }
  for (unsigned i = 0; i < polygons; i++) {
    unsigned vertices;
    read_all(&vertices, 4, file);
    double *at = need(16 * (size_t)vertices);
    read_all(at, 16 * (size_t)vertices, file);
    Sequence *sequence = GEOSCoordSeq_copyFromBuffer_r(context, at, vertices, 0, 0);
    polygon[i] = GEOSGeom_createPolygon_r(context, GEOSGeom_createLinearRing_r(context, sequence), NULL, 0);
    free(at);
  }
  fclose(file);
}

static Tree *build_tree(void) {
  Tree *tree = GEOSSTRtree_create_r(context, 10);
  for (size_t i = 0; i < points; i++) GEOSSTRtree_insert_r(context, tree, point[i], (void *)i);
  return tree;
}

/* A point that is covered already need not be asked again. Of a point and a polygon, to intersect is to be covered. */
static void ask(void *item, void *unused) {
  (void)unused;
  size_t i = (size_t)item;
  if (!covered[i]) covered[i] = GEOSPreparedIntersects_r(context, asked, point[i]);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int ascending(const void *a, const void *b) {
  return (*(double *)a > *(double *)b) - (*(double *)a < *(double *)b);
}

static double median(double *runs) {
  qsort(runs, RUNS, sizeof *runs, ascending);
  return runs[RUNS / 2];
}

int main(int count, char **arguments) {
  if (count != 3) return 1;
  context = GEOS_init_r();
  read_problem(arguments[1]);
  covered = need(points);
  const Prepared **prepared = need(polygons * sizeof *prepared);

  Tree *tree = NULL;
  double cold[RUNS], warm[RUNS];
  for (int run = 0; run < RUNS; run++) {
    if (tree) {
      GEOSSTRtree_destroy_r(context, tree);
      for (unsigned i = 0; i < polygons; i++) GEOSPreparedGeom_destroy_r(context, prepared[i]);
    }
    memset(covered, 0, points);
    double begun = now();
    tree = build_tree();
    for (unsigned i = 0; i < polygons; i++) {
      asked = prepared[i] = GEOSPrepare_r(context, polygon[i]);
      GEOSSTRtree_query_r(context, tree, polygon[i], ask, NULL);
    }
    cold[run] = now() - begun;
  }
  double first = cold[0];

  for (int run = 0; run < RUNS; run++) {
    memset(covered, 0, points);
    double begun = now();
    for (unsigned i = 0; i < polygons; i++) {
      asked = prepared[i];
      GEOSSTRtree_query_r(context, tree, polygon[i], ask, NULL);
    }
    warm[run] = now() - begun;
  }

  FILE *file = fopen(arguments[2], "wb");
  if (!file) return 1;
  for (unsigned i = 0; i < points; i++)
    if (!covered[i]) fwrite(&i, 4, 1, file);
  if (fclose(file)) return 1;
  printf("{\"version\": \"%s\", \"first\": %f, \"cold\": %f, \"warm\": %f}\n", GEOSversion(), first,
         median(cold), median(warm));
  return 0;
}
