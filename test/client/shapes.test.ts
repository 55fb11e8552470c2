import { rowsInBox, rowsInLasso } from '../../client/map/shapes.ts';
import { smallCountry } from './small-country.ts';

// The settlements lie at 70.9 52.0, 71.0 52.1 and 61.0 50.1.
const all = [0, 1, 2];

test('a box holds what lies between its corners, whichever way it was drawn', () => {
  const west = { lng: 60, lat: 49 };
  const east = { lng: 70.95, lat: 52.05 };
  expect(rowsInBox(smallCountry, all, west, east)).toEqual([0, 2]);
  expect(rowsInBox(smallCountry, all, { lng: 70.95, lat: 49 }, { lng: 60, lat: 52.05 })).toEqual([0, 2]);
  expect(rowsInBox(smallCountry, [1, 2], west, east)).toEqual([2]);
});

test('a lasso holds what it goes round, not all of its box', () => {
  const triangle = [
    { lng: 70.8, lat: 51.9 },
    { lng: 71.1, lat: 51.9 },
    { lng: 70.8, lat: 52.2 },
  ];
  expect(rowsInLasso(smallCountry, all, triangle)).toEqual([0]);
});

test('a lasso that bends inwards leaves out what lies in the bend', () => {
  const hook = [
    { lng: 70.0, lat: 51.0 },
    { lng: 72.0, lat: 51.0 },
    { lng: 72.0, lat: 53.0 },
    { lng: 71.0, lat: 52.05 },
    { lng: 70.0, lat: 53.0 },
  ];
  expect(rowsInLasso(smallCountry, all, hook)).toEqual([0]);
});

test('two corners go round nothing', () => {
  expect(
    rowsInLasso(smallCountry, all, [
      { lng: 0, lat: 0 },
      { lng: 90, lat: 90 },
    ]),
  ).toEqual([]);
});

test('the sides are straight on the map as it is drawn, not in degrees', () => {
  // Halfway between 0 and 80 degrees north on the map lies 57 degrees, not 40.
  const country = { ...smallCountry, longitude: new Float64Array([50]), latitude: new Float64Array([50]) };
  const corners = [
    { lng: 0, lat: 0 },
    { lng: 100, lat: 0 },
    { lng: 100, lat: 80 },
  ];
  expect(rowsInLasso(country, [0], corners)).toEqual([0]);
});
