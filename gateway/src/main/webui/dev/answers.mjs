// The shapes that every answer has.
export const list = (items) => ({ items: [...items] })
export const found = (item) =>
  item ?? {
    status: 404,
    problem: {
      title: 'Not found',
      detail: 'nothing has this id',
      traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    },
  }
