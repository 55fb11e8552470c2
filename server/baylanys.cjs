#!/usr/bin/env node
// The way in. Written so that an old Node can read it and be told of its age.
'use strict';

var oldest = [20, 15];
var version = process.versions.node.split('.').map(Number);

if (version[0] < oldest[0] || (version[0] === oldest[0] && version[1] < oldest[1])) {
  console.error('Baylanys needs Node ' + oldest.join('.') + ' or newer; this is Node ' + process.versions.node + '.');
  process.exitCode = 1;
} else {
  import('tsx/esm/api')
    .then(function (tsx) {
      tsx.register();
      return import('./main.ts');
    })
    .catch(function (error) {
      console.error(error);
      process.exitCode = 1;
    });
}
