/** Several replicas in processes of their own on one Redis, under load and trouble. */
package dev.huntgate.bench.replicas;
