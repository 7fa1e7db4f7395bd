/** Huntgate in a process of its own, jar or native executable, before a sandbox in another. */
package dev.huntgate.outside;
