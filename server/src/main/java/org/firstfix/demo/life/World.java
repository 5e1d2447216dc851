package org.firstfix.demo.life;

/** What every story of the demo shares. */
record World(Stage stage, House house, Timeline timeline, Roster roster, CaseTools desk, FieldTools field, Dispatching dispatching,
        PartShelf shelf, Bookshelf bookshelf) {}
