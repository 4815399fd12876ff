import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"工单管理","description":"工单及工单模板。","frontmatter":{"title":"工单管理","description":"工单及工单模板。","layout":"category","view":{"title":"工单管理","description":"工单及工单模板。","operations":[{"id":"workorderClose","title":"关闭工单","method":"POST","path":"/open-api/workorder/close","call":"workorder.close"},{"id":"workorderCreate","title":"新建工单","method":"POST","path":"/open-api/workorder/create","call":"workorder.create"},{"id":"workorderDetail","title":"获取工单详情","method":"GET","path":"/open-api/workorder/detail","call":"workorder.detail"},{"id":"workorderList","title":"获取工单列表","method":"GET","path":"/open-api/workorder/list","call":"workorder.list"},{"id":"workorderReply","title":"评论工单","method":"POST","path":"/open-api/workorder/reply","call":"workorder.reply"},{"id":"workorderSwitch","title":"流转工单","method":"POST","path":"/open-api/workorder/switch","call":"workorder.switch"},{"id":"workorderTemplateDetail","title":"获取工单模板详情","method":"GET","path":"/open-api/workorder/template/detail","call":"workorder.templateDetail"},{"id":"workorderTemplateList","title":"获取工单模板列表","method":"GET","path":"/open-api/workorder/template/list","call":"workorder.templateList"},{"id":"workorderUpdate","title":"修改工单","method":"POST","path":"/open-api/workorder/update","call":"workorder.update"}]}},"headers":[],"relativePath":"categories/tickets.md","filePath":"categories/tickets.md"}');
const _sfc_main = { name: "categories/tickets.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("categories/tickets.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const tickets = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  tickets as default
};
