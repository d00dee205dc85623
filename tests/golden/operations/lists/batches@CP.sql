select json_build_object('batches', (
  select json_build_object('totalCount', (
    select count(*)
    from "batch" batch$3
    where ((batch$3."source_name" = $2::text))), 'nodes', coalesce(json_agg(page$2."j$0" order by page$2."k$0", page$2."k$1"), '[]'))
  from (
    select batch$1."received_at" as "k$0", batch$1.id as "k$1", (
      select row_to_json(record$6)
      from (
        select batch$1."source_name" as "sourceName", batch$1."encoding" as "encoding", batch$1."mode" as "mode", batch$1."status" as "status", batch$1."rows_read" as "rowsRead", batch$1."rows_accepted" as "rowsAccepted", batch$1."rows_quarantined" as "rowsQuarantined", batch$1."rows_ignored" as "rowsIgnored", (
          select (
            select row_to_json(record$5)
            from (
              select source$4."title_en" as "titleEn", source$4."provider" as "provider") record$5)
          from "source" source$4
          where source$4."name" = batch$1."source_name"
          limit 1) as "source") record$6) as "j$0"
    from "batch" batch$1
    where ((batch$1."source_name" = $1::text)) and true
    order by "k$0", "k$1"
    limit 20) page$2 having true))
