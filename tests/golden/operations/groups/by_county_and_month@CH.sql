select json_build_object('listings', json_build_object('groups', (
  select case when count(*) > 1000 then to_json($1::text || 'g@') else coalesce(json_agg((
    select row_to_json(record$2)
    from (
      select group$1."d$0" as "countyCode", group$1."d$1" as "publishedMonth", group$1."n$" as "count") record$2) order by group$1."d$0" nulls last, group$1."d$1" nulls last), '[]') end
  from (
    select row$3."d$0", row$3."d$1", count(*) as "n$"
    from (
      select rpad(left(coalesce((
        select rule$6.area_code
        from subject rule$6
        where rule$6.id = listing$4.subject_id), (
        select rule$5.area_code
        from court rule$5
        where rule$5.code = listing$4.court_code)), 6), 6, '0') as "d$0", to_char(listing$4."published_on", 'YYYY-MM') collate "C" as "d$1"
      from "listing" listing$4
      where listing$4."kind" in ('SX') and ((listing$4."kind" = 'SX') and (listing$4."published_on" >= $2::date))) row$3 group by row$3."d$0", row$3."d$1"
    limit 1000 + 1) group$1)))
