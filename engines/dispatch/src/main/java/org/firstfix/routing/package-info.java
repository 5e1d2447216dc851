/**
 * The engine {@code dispatch}: who goes, when, with what. Its package is called {@code routing} because {@code org.firstfix.dispatch} is the module of
 * the server that books appointments; two owners of one package name would be one too many.
 *
 * <p>{@code search} knows ruin and recreate, {@code vrp} and {@code technician} price routes for it, {@code format} reads and checks files.
 */
@NullMarked
package org.firstfix.routing;

import org.jspecify.annotations.NullMarked;
