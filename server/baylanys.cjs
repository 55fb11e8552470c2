#!/usr/bin/env node
// The way in. Written so that an old Node can read it and be told of its age.
'use strict';

var oldest = 20;

if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error('Baylanys needs Node ' + oldest + ' or newer; this is Node ' + process.versions.node + '.');
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
