import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Tickets","description":"Service tickets (work orders) and their templates.","frontmatter":{"title":"Tickets","description":"Service tickets (work orders) and their templates.","layout":"category","view":{"title":"Tickets","description":"Service tickets (work orders) and their templates.","operations":[{"id":"workorderClose","title":"Close a ticket","method":"POST","path":"/open-api/workorder/close","call":"workorder.close"},{"id":"workorderCreate","title":"Create a ticket","method":"POST","path":"/open-api/workorder/create","call":"workorder.create"},{"id":"workorderDetail","title":"Get one ticket","method":"GET","path":"/open-api/workorder/detail","call":"workorder.detail"},{"id":"workorderList","title":"List tickets","method":"GET","path":"/open-api/workorder/list","call":"workorder.list"},{"id":"workorderReply","title":"Comment on a ticket","method":"POST","path":"/open-api/workorder/reply","call":"workorder.reply"},{"id":"workorderSwitch","title":"Pass a ticket on to the next handler","method":"POST","path":"/open-api/workorder/switch","call":"workorder.switch"},{"id":"workorderTemplateDetail","title":"Get one ticket template","method":"GET","path":"/open-api/workorder/template/detail","call":"workorder.templateDetail"},{"id":"workorderTemplateList","title":"List ticket templates","method":"GET","path":"/open-api/workorder/template/list","call":"workorder.templateList"},{"id":"workorderUpdate","title":"Change a ticket","method":"POST","path":"/open-api/workorder/update","call":"workorder.update"}]}},"headers":[],"relativePath":"en/categories/tickets.md","filePath":"en/categories/tickets.md"}');
const _sfc_main = { name: "en/categories/tickets.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/tickets.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const tickets = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  tickets as default
};
